import { Group, Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView, Member } from "../../lib/api/api-types.ts";
import { DecisionSelect } from "./decision-select.tsx";
import { KeyToSettle } from "./key-to-settle.tsx";
import { summaryOf, type Decision, type Decisions } from "./settlement.ts";
import classes from "./settle-keys.module.css";

interface SettleKeysProps {
  readonly keys: readonly KeyView[];
  /** Who can become responsible. */
  readonly heirs: readonly Member[];
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

export function SettleKeys({ keys, heirs, decisions, onDecide }: SettleKeysProps) {
  const { t } = useTranslation("members");
  const decideAll = (decision: Decision) => onDecide(new Map(keys.map(({ id }) => [id, decision])));
  return (
    <Stack gap="sm">
      <Text>
        <Trans t={t} i18nKey="settle.intro" count={keys.length} components={{ strong: <strong /> }} />
        {heirs.length === 0 && ` ${t("settle.noHeir")}`}
      </Text>
      <div className={classes.frame}>
        {keys.length > 1 && (
          <Group className={classes.all} justify="space-between">
            <Text size="sm" fw={550}>
              {t("settle.all")}
            </Text>
            <DecisionSelect label={t("settle.whatWithAll")} heirs={heirs} value={null} onChange={decideAll} />
          </Group>
        )}
        {keys.map((key) => (
          <KeyToSettle
            key={key.id}
            apiKey={key}
            heirs={heirs}
            decision={decisions.get(key.id) ?? null}
            onDecide={(decision) => onDecide(new Map(decisions).set(key.id, decision))}
          />
        ))}
      </div>
      <Text size="sm" c="dimmed" aria-live="polite">
        {summaryOf(keys, decisions)}
      </Text>
    </Stack>
  );
}
