import { Group, Stack, Text } from "@mantine/core";
import type { KeyView, Member } from "../../lib/api-types.ts";
import { plural } from "../../lib/plural.ts";
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
  const decideAll = (decision: Decision) => onDecide(new Map(keys.map(({ id }) => [id, decision])));
  return (
    <Stack gap="sm">
      <Text>
        Decide what becomes of the <strong>{plural(keys.length, "key")}</strong>. A key that is handed over
        works on and may never do more than its new responsible member.
        {heirs.length === 0 && " There is nobody here to whom it can be handed over."}
      </Text>
      <div className={classes.frame}>
        {keys.length > 1 && (
          <Group className={classes.all} justify="space-between">
            <Text size="sm" fw={550}>
              Do this for all
            </Text>
            <DecisionSelect
              label="What to do with all keys"
              heirs={heirs}
              value={null}
              onChange={decideAll}
            />
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
