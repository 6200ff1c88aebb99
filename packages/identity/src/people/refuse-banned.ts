import type { UserId } from "@katkey/keys";
import { APIError } from "better-auth/api";
import type { Executor } from "../database.ts";
import { isBanned } from "./banned.ts";

/** Before a session is made. @throws APIError */
export function assertNotBanned(database: Executor, id: UserId): void {
  if (isBanned(database, id)) throw refusedAsBanned();
}

/** In better-auth's own form, which it answers as it answers a wrong password; our routes give their answer for it. */
export function refusedAsBanned(): APIError {
  return new APIError("UNAUTHORIZED", { message: "They are banned." });
}
