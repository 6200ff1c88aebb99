export { createRequireKey, type Arrival, type Passed, type RequireKey } from "./require-key.ts";
export type { GuardOptions, Protection, UnavailableWish } from "../incoming/guard.ts";
