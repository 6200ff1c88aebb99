import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { Mono } from "../../../ui/mono.tsx";

export function IdFact({ id }: { readonly id: string }) {
  const { t } = useTranslation("keys");
  return (
    <Group gap={4} wrap="nowrap" my={-5}>
      <Mono>{id}</Mono>
      <CopyButton value={id} what={t("once.idWhat")} variant="icon" />
    </Group>
  );
}
