import { TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What people call a key. */
export function NameField(field: TextInputProps) {
  const { t } = useTranslation("keys");
  return (
    <TextInput
      label={t("name")}
      description={t("fields.nameMeans")}
      data-autofocus
      autoComplete="off"
      dir="auto"
      {...field}
    />
  );
}
