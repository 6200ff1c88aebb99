import { Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconClock, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Explanation, OrganizationId } from "../../lib/api/api-types.ts";
import { Card } from "../../ui/card.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ObstacleItem } from "./obstacle-item.tsx";
import { SettledSince } from "./settled-since.tsx";
import { verdictOf, type Verdict } from "./verdict.ts";
import classes from "./verdict-panel.module.css";

interface VerdictPanelProps {
  readonly organizationId: OrganizationId;
  readonly explanation: Explanation;
}

const icons = {
  passes: IconCircleCheck,
  wait: IconClock,
  blocked: IconCircleX,
  request: IconPencil,
  stored: IconPencil,
  again: IconClock,
} as const satisfies Record<Verdict, unknown>;

/** Whether the same request would pass as things stand now, and what settles it where it would not. */
export function VerdictPanel({ organizationId, explanation }: VerdictPanelProps) {
  const { t } = useTranslation("refusals");
  const verdict = verdictOf(explanation);
  const Icon = icons[verdict];
  const { refusal, obstacles } = explanation;
  return (
    <Panel title={t("verdict.title")}>
      <Card>
        <Stack gap="md">
          <div className={classes.verdict} data-verdict={verdict}>
            <Icon size={22} aria-hidden />
            <Text fw={600}>{t(`verdict.${verdict}`)}</Text>
          </div>
          <SettledSince explanation={explanation} />
          {obstacles.length > 0 && refusal.remedy !== "circumstances" && <Text>{t("verdict.besides")}</Text>}
          {obstacles.length > 0 && (
            <ul className={classes.obstacles}>
              {obstacles.map((obstacle, index) => (
                <li key={obstacle.code}>
                  <ObstacleItem
                    organizationId={organizationId}
                    explanation={explanation}
                    obstacle={obstacle}
                    first={index === 0}
                  />
                </li>
              ))}
            </ul>
          )}
        </Stack>
      </Card>
    </Panel>
  );
}
