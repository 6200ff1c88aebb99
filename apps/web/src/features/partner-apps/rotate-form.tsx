import { Button, Stack, Text } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useReveal } from "../../ui/use-reveal.ts";

const overlaps = ["0", "3600", "86400", "604800"] as const;

interface RotateFormProps {
  /** An overlap is running already. */
  readonly rotating: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (overlapSeconds: number) => void;
  readonly onCancel: () => void;
}

export function RotateForm({ rotating, pending, error, onSubmit, onCancel }: RotateFormProps) {
  const { t } = useTranslation("partnerApps");
  const { t: app } = useTranslation();
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>("86400");
  const element = useReveal(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(Number(overlap));
  };
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{t("rotate.means")}</Text>
        {rotating && <Notice tone="warning">{t("rotate.running")}</Notice>}
        <ChoiceCards
          label={t("rotate.overlap")}
          choices={overlaps.map((value) => ({
            value,
            label: t(`overlaps.${value}`),
            description: t(`overlaps.${value}Means`),
          }))}
          value={overlap}
          onChange={setOverlap}
          columns={2}
        />
        {error !== null && <ErrorNotice error={error} />}
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("rotate.action")}
        </Button>
      </DialogActions>
    </form>
  );
}
