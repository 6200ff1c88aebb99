import { Radio, SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./choice-cards.module.css";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** One sentence on what choosing it means. */
  readonly description?: ReactNode;
}

interface ChoiceCardsProps<Value extends string> {
  readonly label: string;
  /** What all of the choices are about. */
  readonly description?: ReactNode;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly columns?: number;
}

/** Radio buttons with room to explain; arrows move between them. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, description, choices, value, onChange, columns = 1 } = props;
  const choose = (next: string) => {
    const choice = choices.find((one) => one.value === next);
    if (choice !== undefined) onChange(choice.value);
  };
  return (
    <Radio.Group label={label} description={description} value={value} onChange={choose}>
      <SimpleGrid cols={{ base: 1, xs: columns }} spacing="xs" mt={6}>
        {choices.map((choice) => (
          <Radio.Card
            key={choice.value}
            value={choice.value}
            aria-label={choice.label}
            className={classes.card}
          >
            <Radio.Indicator size="sm" className={classes.indicator} />
            <span>
              <Text component="span" fw={550} display="block">
                {choice.label}
              </Text>
              {choice.description !== undefined && (
                <Text component="span" size="sm" c="dimmed" display="block">
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
