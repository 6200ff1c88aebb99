import { Alert } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ChangePreview } from "../../../lib/api/api-types.ts";
import { dayOf, exactTime } from "../../../lib/words/time-words.ts";

interface NoEffectProps {
  readonly preview: ChangePreview;
  readonly oldSecret: boolean;
}

/** Nobody would have noticed. */
export function NoEffect({ preview: { since, requests }, oldSecret }: NoEffectProps) {
  const { t } = useTranslation("traffic");
  const words = () => {
    if (requests > 0) return t("preview.none", { count: requests, day: dayOf(since) });
    return oldSecret
      ? t("preview.quietOld", { time: exactTime(since) })
      : t("preview.quiet", { day: dayOf(since) });
  };
  return (
    <Alert color="green" variant="light" icon={<IconCircleCheck size={18} />}>
      {words()}
    </Alert>
  );
}
