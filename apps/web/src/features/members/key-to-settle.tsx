import { Group, Text } from "@mantine/core";
import type { KeyView, Member } from "../../lib/api-types.ts";
import { environmentName, environmentTones } from "../../lib/environments.ts";
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
            "never used"
          ) : (
            <>
              last used <RelativeTime at={lastUse.at} />
            </>
          )}
        </Text>
      </div>
      <DecisionSelect label={`What to do with ${name}`} heirs={heirs} value={decision} onChange={onDecide} />
      {heir !== null && <RegainedNotice apiKey={apiKey} heir={heir} />}
    </div>
  );
}
