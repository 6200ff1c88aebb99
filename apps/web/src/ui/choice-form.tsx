import { Button, Stack } from "@mantine/core";
import { useState, type ComponentProps, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceCards } from "./choice-cards.tsx";
import { DialogActions } from "./dialog-actions.tsx";
import { ErrorNotice } from "./error-notice.tsx";
import { useReveal } from "./use-reveal.ts";

interface ChoiceFormProps<Value extends string> extends Pick<
  ComponentProps<typeof ChoiceCards<Value>>,
  "label" | "choices"
> {
  readonly initial: Value;
  readonly action: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (value: Value) => void;
  readonly onCancel: () => void;
  /** What is to be known before one chooses. */
  readonly children: ReactNode;
}

/** A dialog's one question, answered by a card. */
export function ChoiceForm<Value extends string>(props: ChoiceFormProps<Value>) {
  const { label, choices, initial, action, pending, error, onSubmit, onCancel, children } = props;
  const { t } = useTranslation();
  const [value, setValue] = useState(initial);
  const element = useReveal(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(value);
  };
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md">
        {children}
        <ChoiceCards label={label} choices={choices} value={value} onChange={setValue} columns={2} />
        {error !== null && <ErrorNotice error={error} />}
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={pending}>
          {action}
        </Button>
      </DialogActions>
    </form>
  );
}
