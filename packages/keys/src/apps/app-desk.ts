import type { Desk } from "../desk.ts";
import type { GrantStore } from "../grants/grant-store.ts";
import type { AppStore } from "./app-store.ts";

/** What the verbs about partner apps and grants work with. */
export interface AppDesk extends Pick<Desk, "tenancy" | "random" | "brand" | "scopes"> {
  readonly apps: AppStore;
  readonly grants: GrantStore;
}
