import { Text, Title } from "@mantine/core";
import {
  IconAlertOctagon,
  IconCircleCheck,
  IconHourglassLow,
  IconShieldMinus,
  IconZzz,
  type Icon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";
import { AllOfNeed } from "./all-of-need.tsx";
import { NeedLine } from "./need-line.tsx";
import classes from "./needs.module.css";
import type { Need, NeedReason } from "./need.ts";

interface NeedGroupProps {
  readonly membership: Membership;
  readonly need: Need;
}

const looks = {
  exposed: { icon: IconAlertOctagon, tone: "negative" },
  curtailed: { icon: IconShieldMinus, tone: "attention" },
  expiring: { icon: IconHourglassLow, tone: "attention" },
  safe_to_end: { icon: IconCircleCheck, tone: "positive" },
  unused: { icon: IconZzz, tone: "neutral" },
} as const satisfies Record<NeedReason, { readonly icon: Icon; readonly tone: Tone }>;

/** Keys that wait for the same reason. */
export function NeedGroup({ membership, need }: NeedGroupProps) {
  const { t } = useTranslation("home");
  const { reason, count, keys } = need;
  const { icon: Icon, tone } = looks[reason];
  const title = t(`needs.${reason}.title`);
  return (
    <section className={classes.group} aria-label={title}>
      <header className={classes.header}>
        <span className={classes.icon} data-tone={tone} aria-hidden>
          <Icon size={18} />
        </span>
        <div className={classes.words}>
          <div className={classes.titleLine}>
            <Title order={3} size="h5">
              {title}
            </Title>
            <StatusBadge tone={tone} dot={false}>
              {t("needs.count", { count })}
            </StatusBadge>
          </div>
          <Text size="sm" c="dimmed">
            {t(`needs.${reason}.text`)}
          </Text>
        </div>
      </header>
      <ul className={classes.lines}>
        {keys.map((key) => (
          <NeedLine key={key.id} membership={membership} reason={reason} apiKey={key} />
        ))}
      </ul>
      {count > keys.length && <AllOfNeed membership={membership} reason={reason} count={count} />}
    </section>
  );
}
