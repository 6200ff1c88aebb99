export { clientAddressHeader } from "./auth.ts";
export { IdentityError, type IdentityErrorCode } from "./errors.ts";
export { createIdentity, type Identity, type IdentitySettings } from "./identity.ts";
export { identityMigrations } from "./migrations.ts";
export type { Session } from "./session.ts";
export type { SignedIn } from "./signed-in.ts";
export type { User, UserLabel } from "./user.ts";
export type { SignEvent } from "./sign-event.ts";
