import type { Tone } from "../../ui/status-badge.tsx";
import type { SecretView } from "./key-types.ts";

/** What each state of a secret is called, and how it looks. */
export const secretStates = {
  current: { title: "Current secret", label: "Current", tone: "positive" },
  retiring: { title: "Old secret", label: "Retiring", tone: "attention" },
  retired: { title: "Earlier secret", label: "Retired", tone: "neutral" },
  expired: { title: "Last secret", label: "Expired", tone: "neutral" },
  revoked: { title: "Last secret", label: "Revoked", tone: "negative" },
} as const satisfies Record<
  SecretView["state"],
  { readonly title: string; readonly label: string; readonly tone: Tone }
>;
