import { Group, NumberInput, Select, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChoiceCards } from "../../../ui/choice-cards.tsx";
import { overlapChoices, overlapNames, overlapSecondsOf, overlapUnits, type Overlap } from "./overlap.ts";

interface OverlapFieldProps {
  readonly value: Overlap;
  readonly onChange: (overlap: Overlap) => void;
}

/** How long the old secret still works next to the new one. */
export function OverlapField({ value, onChange }: OverlapFieldProps) {
  const { t } = useTranslation("keys");
  const { choice, amount, unit } = value;
  const wrong = choice === "other" && amount !== "" && overlapSecondsOf(value) === null;
  return (
    <Stack gap="xs">
      <ChoiceCards
        label={t("overlap.label")}
        choices={overlapChoices.map((one) => ({
          value: one,
          label: t(`overlap.${overlapNames[one]}`),
          description: t(`overlap.${overlapNames[one]}Means`),
        }))}
        value={choice}
        onChange={(choice) => onChange({ ...value, choice })}
        columns={2}
      />
      {choice === "other" && (
        <Group align="flex-start" gap="xs">
          <NumberInput
            aria-label={t("overlap.length")}
            w={140}
            min={1}
            value={amount}
            onChange={(amount) => onChange({ ...value, amount })}
            error={wrong && t("overlap.wrong")}
          />
          <Select
            aria-label={t("overlap.unit")}
            w={140}
            data={overlapUnits.map((one) => ({ value: one, label: t(`overlap.${one}`) }))}
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
