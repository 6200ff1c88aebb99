import { Group, NumberInput, Select, Stack } from "@mantine/core";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { overlapChoices, overlapLabels, overlapSecondsOf, overlapUnits, type Overlap } from "./overlap.ts";

interface OverlapFieldProps {
  readonly value: Overlap;
  readonly onChange: (overlap: Overlap) => void;
}

const choices = overlapChoices.map((value) => ({
  value,
  label: overlapLabels[value].label,
  description: overlapLabels[value].means,
}));

/** How long the old secret still works next to the new one. */
export function OverlapField({ value, onChange }: OverlapFieldProps) {
  const { choice, amount, unit } = value;
  const wrong = choice === "other" && amount !== "" && overlapSecondsOf(value) === null;
  return (
    <Stack gap="xs">
      <ChoiceCards
        label="Overlap"
        choices={choices}
        value={choice}
        onChange={(choice) => onChange({ ...value, choice })}
        columns={2}
      />
      {choice === "other" && (
        <Group align="flex-start" gap="xs">
          <NumberInput
            aria-label="Length of the overlap"
            w={140}
            min={1}
            value={amount}
            onChange={(amount) => onChange({ ...value, amount })}
            error={wrong && "From 1 minute to 30 days."}
          />
          <Select
            aria-label="Unit"
            w={140}
            data={[...overlapUnits]}
            value={unit}
            onChange={(name) =>
              onChange({ ...value, unit: overlapUnits.find((one) => one === name) ?? unit })
            }
          />
        </Group>
      )}
    </Stack>
  );
}
