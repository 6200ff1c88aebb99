import { Button, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Mono } from "../../../ui/mono.tsx";

const few = 6;

/** The networks that may use a key; a long list only on demand. */
export function AddressList({ addresses }: { readonly addresses: readonly string[] }) {
  const { t } = useTranslation("keys");
  const [all, { toggle }] = useDisclosure(false);
  if (addresses.length === 0) return <Text>{t("facts.anyAddress")}</Text>;
  const shown = all ? addresses : addresses.slice(0, few);
  return (
    <Stack gap={2} align="flex-start">
      {shown.map((address) => (
        <Mono key={address}>{address}</Mono>
      ))}
      {addresses.length > few && (
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={all}>
          {all ? t("facts.fewer") : t("facts.allAddresses", { count: addresses.length })}
        </Button>
      )}
    </Stack>
  );
}
