import { Button, Collapse } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { DataTable, type Column } from "../../../ui/data-table.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import type { SecretView } from "../key-types.ts";
import { TokenHint } from "../token-hint.tsx";

interface EarlierSecretsProps {
  readonly secrets: readonly SecretView[];
}

function columnsOf(): readonly Column<SecretView>[] {
  const t = wordsOf("keys");
  return [
    {
      key: "token",
      header: t("secrets.token"),
      place: "title",
      cell: (secret) => <TokenHint secret={secret} />,
    },
    { key: "made", header: t("secrets.madeAt"), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    {
      key: "retired",
      header: t("secrets.retiredAt"),
      cell: ({ retiresAt }) => (retiresAt === null ? t("secrets.withKey") : <RelativeTime at={retiresAt} />),
    },
    {
      key: "lastUsed",
      header: t("lastUsed"),
      cell: ({ lastUse }) => (lastUse === null ? t("neverUsed") : <RelativeTime at={lastUse.at} />),
    },
  ];
}

/** Secrets that are over. They stay as history, out of the way. */
export function EarlierSecrets({ secrets }: EarlierSecretsProps) {
  const { t } = useTranslation("keys");
  const [opened, { toggle }] = useDisclosure(false);
  if (secrets.length === 0) return null;
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={opened}
        leftSection={<Chevron size={14} aria-hidden />}
        onClick={toggle}
      >
        {t("secrets.earlierCount", { count: secrets.length })}
      </Button>
      <Collapse expanded={opened} pt="xs">
        <DataTable
          label={t("secrets.earlier")}
          columns={columnsOf()}
          rows={secrets}
          rowKey={({ publicKeyId }) => publicKeyId}
        />
      </Collapse>
    </div>
  );
}
