import type { RandomBytes } from "./base62.ts";
import type { KeyStore } from "./keys/key-store.ts";
import type { ScopeRules } from "./keys/scope-rules.ts";
import type { TenancyStore } from "./organizations/tenancy-store.ts";

/** What the verbs work with. */
export interface Desk {
  readonly store: KeyStore;
  readonly tenancy: TenancyStore;
  readonly random: RandomBytes;
  /** The first part of every token, such as `kat`. */
  readonly brand: string;
  readonly scopes: ScopeRules;
}
