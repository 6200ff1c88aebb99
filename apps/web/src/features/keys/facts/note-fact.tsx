import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function NoteFact({ note }: { readonly note: string | null }) {
  const { t } = useTranslation("keys");
  if (note === null) return <Text c="dimmed">{t("facts.noNote")}</Text>;
  return (
    <Text dir="auto" style={{ whiteSpace: "pre-wrap" }}>
      {note}
    </Text>
  );
}
