import { Select, SimpleGrid, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../../ui/use-now.ts";
import { allowedChoices, lastDay, rulesSentence, type ExpiryRules } from "./expiry-rules.ts";
import { wantedField } from "./wanted-field.ts";
import { dateInputValue, expiryLabel, isExpiryChoice, type Expiry } from "./expiry.ts";

interface ExpiryFieldProps {
  readonly value: Expiry;
  readonly onChange: (expiry: Expiry) => void;
  /** Only what they allow is offered. */
  readonly rules: ExpiryRules;
  readonly description?: string;
  /** For a key that exists: what "no change" is called. */
  readonly keep?: string;
  /** What somebody has come for. */
  readonly isWanted?: boolean;
  readonly error?: ReactNode;
}

/** When the key stops working by itself. */
export function ExpiryField(props: ExpiryFieldProps) {
  const { value, onChange, rules, description, keep, isWanted = false, error } = props;
  const { t } = useTranslation("keys");
  const now = useNow();
  const dated = value.choice === "date";
  return (
    <SimpleGrid cols={{ base: 1, xs: dated ? 2 : 1 }}>
      <Select
        {...wantedField(isWanted)}
        label={t("fields.expiry")}
        description={[description ?? t("fields.expiryMeans"), rulesSentence(rules)]
          .filter((sentence) => sentence !== null)
          .join(" ")}
        data={[
          ...(keep === undefined ? [] : [{ value: "keep", label: keep }]),
          ...allowedChoices(rules).map((choice) => ({ value: choice, label: expiryLabel(choice) })),
        ]}
        value={value.choice}
        onChange={(choice) => choice !== null && isExpiryChoice(choice) && onChange({ ...value, choice })}
        error={dated ? undefined : error}
      />
      {dated && (
        <TextInput
          type="date"
          label={t("fields.date")}
          description={t("fields.dateMeans")}
          min={dateInputValue(new Date(now))}
          max={lastDay(rules, now)}
          value={value.date}
          onChange={(event) => onChange({ ...value, date: event.currentTarget.value })}
          error={error}
        />
      )}
    </SimpleGrid>
  );
}
