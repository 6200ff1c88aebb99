import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Mono } from "../../../ui/mono.tsx";

/** Where a token was found. As text: whoever reports writes it, and nobody has looked where it leads. */
export function FoundAt({ url }: { readonly url: string | null }) {
  const { t } = useTranslation("keys");
  return (
    url !== null && (
      <Text size="sm" mt={4} style={{ overflowWrap: "anywhere" }}>
        {t("exposure.where")} <Mono>{url}</Mono>
      </Text>
    )
  );
}
