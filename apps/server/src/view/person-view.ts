import type { Person } from "@katkey/identity/people";
import { timeOf } from "./time.ts";

export function personViewOf({ id, name, email, operator, createdAt, bannedAt }: Person) {
  return { id, name, email, operator, createdAt: timeOf(createdAt), bannedAt: timeOf(bannedAt) };
}
