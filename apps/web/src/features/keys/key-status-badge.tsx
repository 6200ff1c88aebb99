import { useTranslation } from "react-i18next";
import type { KeyStatus } from "../../lib/api/api-types.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";

const tones = {
  active: "positive",
  rotating: "attention",
  expired: "neutral",
  revoked: "negative",
} as const satisfies Record<KeyStatus, Tone>;

export function KeyStatusBadge({ status }: { readonly status: KeyStatus }) {
  const { t } = useTranslation("keys");
  return <StatusBadge tone={tones[status]}>{t(`statuses.${status}`)}</StatusBadge>;
}
