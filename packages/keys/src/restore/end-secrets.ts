import type { Deed } from "../deed.ts";
import { createSecret } from "../keys/create-secret.ts";
import { isRetired, type NewSecret, type Secret } from "../keys/secret.ts";
import type { TokenKind } from "../admission/token.ts";
import { already, deedAgain, doneIf, numberIn, textIn, unknown, type Ending, type Ends } from "./ending.ts";

/** What a rotation is to what is rotated: a key, a service token, a partner app. */
export interface Rotated {
  readonly kind: TokenKind;
  /** How its entries name a secret. */
  readonly field: "publicKeyId" | "secretId";
  readonly secrets: readonly Secret[];
  readonly rotate: (
    change: {
      readonly replaces: string;
      readonly retiresAt: number;
      readonly secret: NewSecret;
      readonly now: number;
    },
    deed: Deed,
  ) => Promise<boolean>;
  readonly endOverlap: (publicKeyId: string, deed: Deed) => Promise<boolean>;
  /** Whether by now none of its tokens is accepted, for good. */
  readonly isOver: () => Promise<boolean>;
}

const hint = "Its token of after the backup is not known any more: rotate it again.";

/**
 * The secret that was replaced is replaced again, by one whose token nobody has: the one that was made then is not in
 * the backup. It is refused from the same moment on.
 */
export async function rotateAgain(ending: Ending, rotated: Rotated): Promise<Ends> {
  const { desk, entry, now } = ending;
  const { kind, field, secrets, rotate, isOver: isMoot } = rotated;
  const replaced = secrets.find(({ publicKeyId }) => publicKeyId === textIn(entry.before, field));
  if (replaced === undefined) return endOverlapAgain(ending, rotated, textIn(entry.after, "endedOverlapOf"));
  if (replaced.retiresAt !== null || replaced.retiredAt !== null) return already;
  const retiresAt = Math.max(now, numberIn(entry.after, "replacedRetiresAt") ?? now);
  const { secret } = createSecret(desk, kind, now);
  const change = { replaces: replaced.publicKeyId, retiresAt, secret, now };
  return doneIf(await rotate(change, deedAgain(ending)), { hint, isMoot });
}

/** What was accepted beside the current one is refused. */
export async function endOverlapAgain(
  ending: Ending,
  { field, secrets, endOverlap }: Rotated,
  publicKeyId = textIn(ending.entry.before, field),
): Promise<Ends> {
  const secret = secrets.find((one) => one.publicKeyId === publicKeyId);
  if (secret === undefined) return unknown;
  if (secret.retiresAt === null || isRetired(secret, ending.now)) return already;
  return doneIf(await endOverlap(secret.publicKeyId, deedAgain(ending)));
}
