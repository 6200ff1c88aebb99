/** One secret of what is rotated with an overlap: never the secret itself, only its last four characters. */
export interface Secret {
  readonly publicKeyId: string;
  readonly hint: string;
  readonly createdAt: number;
  /** When its overlap runs out. `null`: it is the current one. */
  readonly retiresAt: number | null;
  /** When somebody ended it, whatever the clock says later. `null`: nobody has. */
  readonly retiredAt: number | null;
}

/** A secret about to be stored. The hash is all that is kept of its token. */
export interface NewSecret {
  readonly publicKeyId: string;
  readonly hash: Uint8Array;
  readonly hint: string;
  readonly createdAt: number;
}

/** Replaced, and its overlap is over. Half-open: at `retiresAt` it is. */
export function isRetired(secret: Pick<Secret, "retiresAt" | "retiredAt">, now: number): boolean {
  return secret.retiredAt !== null || (secret.retiresAt !== null && secret.retiresAt <= now);
}

/** The secret whose overlap still runs, if there is one. */
export function retiringSecretOf<One extends Secret>(
  { secrets }: { readonly secrets: readonly One[] },
  now: number,
): One | null {
  return secrets.find((secret) => secret.retiresAt !== null && !isRetired(secret, now)) ?? null;
}
