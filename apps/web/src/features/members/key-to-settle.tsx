import { Group, Text } from "@mantine/core";
import type { KeyView, Member } from "../../lib/api-types.ts";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DecisionSelect } from "./decision-select.tsx";
import type { Decision } from "./settlement.ts";
import classes from "./settle-keys.module.css";

interface KeyToSettleProps {
  readonly apiKey: KeyView;
  readonly heirs: readonly Member[];
  readonly decision: Decision | null;
  readonly onDecide: (decision: Decision) => void;
}

export function KeyToSettle({ apiKey, heirs, decision, onDecide }: KeyToSettleProps) {
  const { name, environment, secrets, lastUse } = apiKey;
  return (
    <div className={classes.key}>
      <div>
        <Group gap={8}>
          <Text component="span" fw={550}>
            {name}
          </Text>
          <StatusBadge tone={environment === "live" ? "accent" : "neutral"} dot={false}>
            {environment}
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
    </div>
  );
}
