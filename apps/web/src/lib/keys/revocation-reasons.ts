import type { RevocationReason } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("app");

const reasons = [
  "unused",
  "superseded",
  "compromised",
  "member_left",
  "other",
] as const satisfies readonly RevocationReason[];

/** To choose from, in the words of the person who decides. */
export function revocationReasons(): readonly { readonly value: RevocationReason; readonly label: string }[] {
  return reasons.map((value) => ({ value, label: t(`revocation.${value}.label`) }));
}

/** As the history tells it afterwards. */
export function toldReason(value: string | null): string {
  const reason = value === null ? null : revocationReasonOf(value);
  return t(reason === null ? "revocation.none" : `revocation.${reason}.told`);
}

export function revocationReasonOf(value: string): RevocationReason | null {
  return reasons.find((reason) => reason === value) ?? null;
}
