import { Radio, SimpleGrid, Text } from "@mantine/core";
import { useId, type ReactNode } from "react";
import classes from "./choice-cards.module.css";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** One sentence on what choosing it means. */
  readonly description?: ReactNode;
  /** It is there to be seen; its description says why it cannot be chosen. */
  readonly disabled?: boolean;
}

interface ChoiceCardsProps<Value extends string> {
  readonly label: string;
  /** What all of the choices are about. */
  readonly description?: ReactNode;
  readonly choices: readonly Choice<Value>[];
  /** `null`: nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly columns?: number;
  readonly error?: ReactNode;
}

/** Radio buttons with room to explain; arrows move between them. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, description, choices, value, onChange, columns = 1, error } = props;
  const id = useId();
  const choose = (next: string) => {
    const choice = choices.find((one) => one.value === next);
    if (choice !== undefined) onChange(choice.value);
  };
  return (
    <Radio.Group label={label} description={description} value={value} onChange={choose} error={error}>
      <SimpleGrid cols={{ base: 1, xs: columns }} spacing="xs" mt={6}>
        {choices.map((choice) => (
          <Radio.Card
            key={choice.value}
            value={choice.value}
            aria-label={choice.label}
            aria-describedby={choice.description === undefined ? undefined : `${id}-${choice.value}`}
            disabled={choice.disabled}
            className={classes.card}
          >
            <Radio.Indicator size="sm" className={classes.indicator} />
            <span>
              <Text component="span" fw={550} display="block">
                {choice.label}
              </Text>
              {choice.description !== undefined && (
                <Text component="span" size="sm" c="dimmed" display="block" id={`${id}-${choice.value}`}>
                  {choice.description}
                </Text>
              )}
            </span>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
