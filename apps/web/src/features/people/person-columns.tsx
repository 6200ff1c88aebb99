import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Person } from "../../lib/api-types.ts";
import { wordsOf } from "../../lib/i18n.ts";
import { dayOf } from "../../lib/time-words.ts";
import type { Column } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

interface ColumnsOptions {
  readonly myId: Person["id"];
  readonly onDecide: (person: Person) => void;
}

export function personColumns({ myId, onDecide }: ColumnsOptions): readonly Column<Person>[] {
  const t = wordsOf("people");
  return [
    {
      key: "name",
      header: t("columns.name"),
      place: "title",
      cell: (person) => <Named person={person} isMe={person.id === myId} />,
    },
    {
      key: "status",
      header: t("columns.status"),
      width: "24%",
      cell: (person) => <Status person={person} />,
    },
    {
      key: "created",
      header: t("columns.created"),
      width: "18%",
      cell: ({ createdAt }) => dayOf(createdAt),
    },
    {
      key: "actions",
      header: t("columns.actions"),
      width: "140px",
      place: "actions",
      cell: (person) => person.id !== myId && <DecideButton person={person} onDecide={onDecide} />,
    },
  ];
}

function Named({
  person: { name, email, operator },
  isMe,
}: {
  readonly person: Person;
  readonly isMe: boolean;
}) {
  const { t } = useTranslation("people");
  return (
    <>
      <Group gap={8}>
        <Text component="bdi" fw={550}>
          {name}
        </Text>
        {isMe && <Tag>{t("you")}</Tag>}
        {operator && <Tag>{t("operator")}</Tag>}
      </Group>
      <Text size="sm" c="dimmed">
        {email}
      </Text>
    </>
  );
}

function Tag({ children }: { readonly children: string }) {
  return (
    <StatusBadge tone="neutral" dot={false}>
      {children}
    </StatusBadge>
  );
}

/** Of somebody who is banned, also since when. */
function Status({ person: { bannedAt } }: { readonly person: Person }) {
  const { t } = useTranslation("people");
  if (bannedAt === null) return <StatusBadge tone="positive">{t("statuses.active")}</StatusBadge>;
  return (
    <>
      <StatusBadge tone="negative">{t("statuses.banned")}</StatusBadge>
      <Text size="xs" c="dimmed" mt={2}>
        <RelativeTime at={bannedAt} />
      </Text>
    </>
  );
}

interface DecideButtonProps {
  readonly person: Person;
  readonly onDecide: (person: Person) => void;
}

function DecideButton({ person, onDecide }: DecideButtonProps) {
  const { t } = useTranslation("people");
  const { name, bannedAt } = person;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      onClick={() => onDecide(person)}
      aria-label={t(bannedAt === null ? "ban.whom" : "unban.whom", { name })}
    >
      {t(bannedAt === null ? "ban.open" : "unban.open")}
    </Button>
  );
}
