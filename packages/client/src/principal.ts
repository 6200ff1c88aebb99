/** Who calls: an API key, or a partner app. Tell the two apart by `key`. */
export type Principal = KeyPrincipal | AppPrincipal;

interface Acting {
  /** Whose data it works with. */
  readonly organization: { readonly id: string; readonly name: string; readonly plan: string };
  /** Who answers for the key, or has connected the app. `role` is null when the member has left. */
  readonly responsibleMember: { readonly role: string | null };
}

/** Whose key was presented, and what it may do. */
export interface KeyPrincipal extends Acting {
  readonly key: {
    readonly id: string;
    readonly name: string;
    readonly environment: "live" | "test";
    /** What the key may do now, its responsible member's role taken into account. */
    readonly scopes: readonly string[];
    /** RFC 3339; null: never. */
    readonly expiresAt: string | null;
  };
  readonly app?: never;
  readonly grant?: never;
  readonly secret: {
    readonly publicKeyId: string;
    /** The secret has been replaced and still works for the rest of an overlap. */
    readonly retiring: boolean;
  };
}

/** Which partner app acts for the organization, by an OAuth access token, and what it may do. */
export interface AppPrincipal extends Acting {
  readonly key: null;
  readonly app: {
    readonly id: string;
    readonly name: string;
    readonly environment: "live" | "test";
    /** What the app may do now, its grant and the role of the member who gave it taken into account. */
    readonly scopes: readonly string[];
    /** When the access token expires: RFC 3339. */
    readonly expiresAt: string;
  };
  /** The organization's leave for the app. Its id stays when tokens are renewed, and usage is counted by it. */
  readonly grant: { readonly id: string };
  readonly secret: null;
}
