import { Select, SimpleGrid, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useNow } from "../../ui/use-now.ts";
import { dateInputValue, expiryChoices, expiryLabels, isExpiryChoice, type Expiry } from "./expiry.ts";

interface ExpiryFieldProps {
  readonly value: Expiry;
  readonly onChange: (expiry: Expiry) => void;
  readonly description?: string;
  /** For a key that exists: what "no change" is called. */
  readonly keep?: string;
  readonly error?: ReactNode;
}

/** When the key stops working by itself. */
export function ExpiryField({ value, onChange, description, keep, error }: ExpiryFieldProps) {
  const now = useNow();
  const dated = value.choice === "date";
  return (
    <SimpleGrid cols={{ base: 1, xs: dated ? 2 : 1 }}>
      <Select
        label="Expiry"
        description={description ?? "After this the key is refused. It cannot be revived."}
        data={[
          ...(keep === undefined ? [] : [{ value: "keep", label: keep }]),
          ...expiryChoices.map((choice) => ({ value: choice, label: expiryLabels[choice] })),
        ]}
        value={value.choice}
        onChange={(choice) => choice !== null && isExpiryChoice(choice) && onChange({ ...value, choice })}
        error={dated ? undefined : error}
      />
      {dated && (
        <TextInput
          type="date"
          label="Expiry date"
          description="The key works until this day ends, in your time zone."
          min={dateInputValue(new Date(now))}
          value={value.date}
          onChange={(event) => onChange({ ...value, date: event.currentTarget.value })}
          error={error}
        />
      )}
    </SimpleGrid>
  );
}
