// What is known of people, and done about them, without how they sign in: a command begins in less than half the time.
export { IdentityError } from "../errors.ts";
export { identityMigrations } from "../migrations.ts";
export { createPeople, type People, type Person } from "./people.ts";
