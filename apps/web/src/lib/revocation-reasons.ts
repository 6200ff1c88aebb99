import type { RevocationReason } from "./api-types.ts";

/** In the words of the person who decides, and as the history tells it afterwards. */
export const revocationReasons = [
  { value: "unused", label: "Nobody uses it any more", told: "nobody used it any more" },
  { value: "superseded", label: "Another key has replaced it", told: "another key had replaced it" },
  {
    value: "compromised",
    label: "Its secret has leaked, or may have",
    told: "its secret had leaked, or may have",
  },
  { value: "member_left", label: "The person behind it has left", told: "the person behind it had left" },
  { value: "other", label: "Another reason", told: "another reason" },
] as const satisfies readonly {
  readonly value: RevocationReason;
  readonly label: string;
  readonly told: string;
}[];

export function toldReason(value: string | null): string {
  return revocationReasons.find((reason) => reason.value === value)?.told ?? "no reason given";
}

export function revocationReasonOf(value: string): RevocationReason | null {
  return revocationReasons.find((reason) => reason.value === value)?.value ?? null;
}
