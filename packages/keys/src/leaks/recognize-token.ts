import { parseTokenOf, tokenKinds, type TokenKind } from "../admission/token.ts";
import { verify } from "../admission/verify.ts";
import type { Desk } from "../desk.ts";
import type { KeyId, OrganizationId } from "../id.ts";

/**
 * `live`: it is accepted. `quarantined`, `ended`: it is not, for now or for good. `unknown`: it has the form of ours,
 * and is another installation's. `unchecked`: no key's.
 */
export type TokenState = "live" | "quarantined" | "ended" | "unknown" | "unchecked";

export interface RecognizedToken {
  readonly kind: TokenKind;
  readonly state: TokenState;
  readonly key: { readonly id: KeyId; readonly name: string } | null;
  readonly organization: { readonly id: OrganizationId; readonly name: string } | null;
}

/** Whose key a token is of, and whether it opens anything; `null` for what is none, by its form and checksum. Writes nothing. */
export async function recognizeToken(
  { store, brand }: Pick<Desk, "store" | "brand">,
  token: string,
  now: number,
): Promise<RecognizedToken | null> {
  const kind = tokenKinds.find((one) => parseTokenOf(brand, one, token) !== null);
  if (kind === undefined) return null;
  const nobodys = { kind, key: null, organization: null };
  if (kind !== "live" && kind !== "test") return { ...nobodys, state: "unchecked" };
  const found = await verify(store, token, { brand, now });
  if (!("record" in found)) return { ...nobodys, state: "unknown" };
  const { key, organization } = found.record;
  const state = found.valid ? "live" : found.reason === "secret_quarantined" ? "quarantined" : "ended";
  const { id, name } = organization;
  return { kind, state, key: { id: key.id, name: key.name }, organization: { id, name } };
}
