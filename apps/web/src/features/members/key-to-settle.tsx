import { Group, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView, Member } from "../../lib/api/api-types.ts";
import { environmentName, environmentTones } from "../../lib/keys/environments.ts";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DecisionSelect } from "./decision-select.tsx";
import { RegainedNotice } from "./regained-notice.tsx";
import { heirOf, type Decision } from "./settlement.ts";
import classes from "./settle-keys.module.css";

interface KeyToSettleProps {
  readonly apiKey: KeyView;
  readonly heirs: readonly Member[];
  readonly decision: Decision | null;
  readonly onDecide: (decision: Decision) => void;
}

export function KeyToSettle({ apiKey, heirs, decision, onDecide }: KeyToSettleProps) {
  const { t } = useTranslation("members");
  const { name, environment, secrets, lastUse } = apiKey;
  const heir = heirOf(decision, heirs);
  return (
    <div className={classes.key}>
      <div>
        <Group gap={8}>
          <Text component="span" fw={550}>
            {name}
          </Text>
          <StatusBadge tone={environmentTones[environment]} dot={false}>
            {environmentName(environment)}
          </StatusBadge>
        </Group>
        <Text size="sm" c="dimmed" component="div">
          <Mono>…{secrets[0]?.hint}</Mono>
          {" · "}
          {lastUse === null ? (
            t("settle.neverUsed")
          ) : (
            <Trans t={t} i18nKey="settle.lastUsed" components={{ time: <RelativeTime at={lastUse.at} /> }} />
          )}
        </Text>
      </div>
      <DecisionSelect
        label={t("settle.whatWith", { name })}
        heirs={heirs}
        value={decision}
        onChange={onDecide}
      />
      {heir !== null && <RegainedNotice apiKey={apiKey} heir={heir} />}
    </div>
  );
}
