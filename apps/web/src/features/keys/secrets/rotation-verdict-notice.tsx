import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconHourglass } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import type { SecretView } from "../key-types.ts";
import { VerdictWords, type Verdict } from "./verdict-words.tsx";

interface RotationVerdictProps {
  readonly verdict: KeyView["rotationVerdict"];
  readonly retiring: SecretView;
}

const looks = {
  never_used: "safe",
  quiet: "safe",
  moved: "open",
  silent: "open",
  both_in_use: "unsafe",
  not_moved: "unsafe",
} as const satisfies Record<Verdict, string>;
const icons = { safe: IconCircleCheck, unsafe: IconAlertTriangle, open: IconHourglass } as const;
const colors = { safe: "green", unsafe: "yellow", open: "accent" } as const;

/** One plain answer: does anything still depend on the old secret? */
export function RotationVerdict({ verdict, retiring }: RotationVerdictProps) {
  const { t } = useTranslation("keys");
  if (verdict === null) return null;
  const look = looks[verdict];
  const Icon = icons[look];
  return (
    <Alert color={colors[look]} variant="light" icon={<Icon size={18} />} title={t(`verdict.${look}`)}>
      <VerdictWords verdict={verdict} lastUse={retiring.lastUse} />
    </Alert>
  );
}
