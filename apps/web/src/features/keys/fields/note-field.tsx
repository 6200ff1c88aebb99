import { Textarea, type TextareaProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What the next person should know about a key. */
export function NoteField(field: TextareaProps) {
  const { t } = useTranslation("keys");
  return (
    <Textarea
      label={t("fields.note")}
      description={t("fields.noteMeans")}
      autosize
      minRows={2}
      maxRows={6}
      dir="auto"
      {...field}
    />
  );
}
