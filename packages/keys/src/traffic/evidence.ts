import type { Desk } from "../desk.ts";
import type { Scope } from "../keys/scope.ts";
import type { UsageLog } from "../usage/usage-log.ts";

/** What the verbs work with that judge a key by its requests. */
export interface Evidence {
  readonly desk: Desk;
  readonly usage: Pick<UsageLog, "sum" | "sumOfSecrets" | "lastUses" | "clients">;
  /**
   * The scopes that a route needs, as it is counted: `GET /v1/products`. None for what needs any valid key; `null` for
   * a route of the company's own API, of which nothing tells what it asks for.
   */
  scopesOf(route: string): readonly Scope[] | null;
}
