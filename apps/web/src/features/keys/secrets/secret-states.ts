import type { Tone } from "../../../ui/status-badge.tsx";
import type { SecretView } from "../key-types.ts";

/** How each state of a secret looks. */
export const secretTones = {
  current: "positive",
  retiring: "attention",
  retired: "neutral",
  expired: "neutral",
  revoked: "negative",
} as const satisfies Record<SecretView["state"], Tone>;
