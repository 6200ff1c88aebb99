/** Whose key was presented, and what it may do. */
export interface Principal {
  readonly key: {
    readonly id: string;
    readonly name: string;
    readonly environment: "live" | "test";
    /** What the key may do now, its responsible member's role taken into account. */
    readonly scopes: readonly string[];
    /** RFC 3339; null: never. */
    readonly expiresAt: string | null;
  };
  readonly organization: { readonly id: string; readonly name: string; readonly plan: string };
  /** `role` is null when the member has left. */
  readonly responsibleMember: { readonly role: string | null };
  readonly secret: {
    readonly publicKeyId: string;
    /** The secret has been replaced and still works for the rest of an overlap. */
    readonly retiring: boolean;
  };
}
