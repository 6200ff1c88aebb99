import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconHourglass } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../../ui/use-now.ts";
import type { SecretView } from "../key-types.ts";
import { isSafeToEnd, verdictOf } from "./rotation-verdict.ts";
import { VerdictWords } from "./verdict-words.tsx";

interface RotationVerdictProps {
  readonly retiring: SecretView;
  readonly current: SecretView;
}

const icons = { safe: IconCircleCheck, unsafe: IconAlertTriangle, open: IconHourglass } as const;
const colors = { safe: "green", unsafe: "yellow", open: "accent" } as const;

/** One plain answer: does anything still depend on the old secret? */
export function RotationVerdict({ retiring, current }: RotationVerdictProps) {
  const { t } = useTranslation("keys");
  const verdict = verdictOf(retiring, current, useNow());
  const inUse = verdict.kind === "both_in_use" || verdict.kind === "not_moved";
  const look = isSafeToEnd(verdict) ? "safe" : inUse ? "unsafe" : "open";
  const Icon = icons[look];
  return (
    <Alert color={colors[look]} variant="light" icon={<Icon size={18} />} title={t(`verdict.${look}`)}>
      <VerdictWords verdict={verdict} />
    </Alert>
  );
}
