import type { KeyStatus } from "../../lib/api-types.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";

const badges = {
  active: { tone: "positive", label: "Active" },
  rotating: { tone: "attention", label: "Rotating" },
  expired: { tone: "neutral", label: "Expired" },
  revoked: { tone: "negative", label: "Revoked" },
} as const satisfies Record<KeyStatus, { readonly tone: Tone; readonly label: string }>;

export function KeyStatusBadge({ status }: { readonly status: KeyStatus }) {
  return <StatusBadge tone={badges[status].tone}>{badges[status].label}</StatusBadge>;
}
