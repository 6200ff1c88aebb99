import { Button, Text } from "@mantine/core";
import type { PasskeyView } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";

export function passkeyColumns(onRemove: (passkey: PasskeyView) => void): readonly Column<PasskeyView>[] {
  const [t, app] = [wordsOf("account"), wordsOf("app")];
  return [
    {
      key: "name",
      header: t("passkeys.name"),
      place: "title",
      cell: ({ name }) => (
        <Text component="span" fw={550}>
          {name}
        </Text>
      ),
    },
    {
      key: "added",
      header: t("passkeys.added"),
      width: "170px",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      key: "used",
      header: t("passkeys.used"),
      width: "170px",
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? (
          <Text c="dimmed">{t("passkeys.neverUsed")}</Text>
        ) : (
          <RelativeTime at={lastUsedAt} />
        ),
    },
    {
      key: "actions",
      header: app("actions"),
      width: "120px",
      place: "actions",
      cell: (passkey) => (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => onRemove(passkey)}
          aria-label={t("passkeys.removeWhich", { name: passkey.name })}
        >
          {t("passkeys.remove")}
        </Button>
      ),
    },
  ];
}
