import type { Desk } from "../desk.ts";
import type { NewSecret } from "./secret.ts";
import { createToken, hintOf, publicKeyIdOf, type TokenKind } from "../admission/token.ts";
import { hashToken } from "../admission/token-hash.ts";

/** A new token, and what is stored of it. */
export function createSecret(
  { brand, random }: Pick<Desk, "brand" | "random">,
  kind: TokenKind,
  now: number,
): { readonly token: string; readonly secret: NewSecret } {
  const token = createToken(brand, kind, random);
  return {
    token,
    secret: {
      publicKeyId: publicKeyIdOf(brand, token),
      hash: hashToken(token),
      hint: hintOf(token),
      createdAt: now,
    },
  };
}
