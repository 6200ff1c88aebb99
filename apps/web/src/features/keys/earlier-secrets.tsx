import { Button, Collapse } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { plural } from "../../lib/plural.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { SecretView } from "./key-types.ts";
import { TokenHint } from "./token-hint.tsx";

interface EarlierSecretsProps {
  readonly secrets: readonly SecretView[];
}

const columns: readonly Column<SecretView>[] = [
  {
    key: "token",
    header: "Token",
    place: "title",
    cell: (secret) => <TokenHint secret={secret} />,
  },
  { key: "made", header: "Made", cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  {
    key: "retired",
    header: "Retired",
    cell: ({ retiresAt }) => (retiresAt === null ? "With the key" : <RelativeTime at={retiresAt} />),
  },
  {
    key: "lastUsed",
    header: "Last used",
    cell: ({ lastUse }) => (lastUse === null ? "Never used" : <RelativeTime at={lastUse.at} />),
  },
];

/** Secrets that are over. They stay as history, out of the way. */
export function EarlierSecrets({ secrets }: EarlierSecretsProps) {
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
        {plural(secrets.length, "earlier secret")}
      </Button>
      <Collapse expanded={opened} pt="xs">
        <DataTable
          label="Earlier secrets"
          columns={columns}
          rows={secrets}
          rowKey={({ publicKeyId }) => publicKeyId}
        />
      </Collapse>
    </div>
  );
}
