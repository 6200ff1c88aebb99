import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChoiceForm } from "../../../ui/choice-form.tsx";
import { Notice } from "../../../ui/notice.tsx";

const overlaps = ["0", "3600", "86400", "604800"] as const;

interface RotateFormProps {
  /** An overlap is running already. */
  readonly rotating: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (overlapSeconds: number) => void;
  readonly onCancel: () => void;
}

export function RotateForm({ rotating, onSubmit, ...asked }: RotateFormProps) {
  const { t } = useTranslation("partnerApps");
  return (
    <ChoiceForm
      label={t("rotate.overlap")}
      choices={overlaps.map((value) => ({
        value,
        label: t(`overlaps.${value}`),
        description: t(`overlaps.${value}Means`),
      }))}
      initial="86400"
      action={t("rotate.action")}
      onSubmit={(overlap) => onSubmit(Number(overlap))}
      {...asked}
    >
      <Text>{t("rotate.means")}</Text>
      {rotating && <Notice tone="warning">{t("rotate.running")}</Notice>}
    </ChoiceForm>
  );
}
