import type { AppId, GrantId } from "../id.ts";
import type { SecretRecord } from "../keys/key-store.ts";
import type { Scope } from "../keys/scope.ts";

/** What one look-up of a partner app's access token finds: enough to decide, without a second read. */
export interface AppTokenRecord {
  readonly type: "app";
  readonly publicKeyId: string;
  readonly hash: Uint8Array;
  readonly grant: {
    readonly id: GrantId;
    /**
     * The first that ended it: it was disconnected, its app was disabled, who granted it has left or may not sign in
     * any more. `null`: it is live.
     */
    readonly endedAt: number | null;
  };
  readonly app: { readonly id: AppId; readonly name: string };
  /** The effective ones: of the token, as far as the grant and the role of who granted it allow them. */
  readonly scopes: readonly Scope[];
  readonly expiresAt: number;
  readonly organization: SecretRecord["organization"];
  /** Who granted it. */
  readonly responsible: SecretRecord["responsible"];
}

/** Where access tokens of partner apps are looked up. */
export interface AppTokenStore {
  /**
   * The record to judge a token by, as it is now, whichever process changed it. As with keys, it may be that of another
   * token for an unknown id: compare the hash. A token that was revoked is not there any more.
   */
  find(publicKeyId: string, hash: Uint8Array): Promise<AppTokenRecord | null>;
}
