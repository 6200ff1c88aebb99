import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Person } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { dayOf } from "../../lib/words/time-words.ts";
import type { Column } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** What an operator decides about somebody else. */
export interface Decision {
  readonly what: "ban" | "unban" | "passwordLink";
  readonly person: Person;
}

interface ColumnsOptions {
  readonly myId: Person["id"];
  readonly onDecide: (decision: Decision) => void;
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
      width: "240px",
      place: "actions",
      cell: (person) => person.id !== myId && <Decisions person={person} onDecide={onDecide} />,
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

interface DecisionsProps {
  readonly person: Person;
  readonly onDecide: (decision: Decision) => void;
}

/** Whoever is banned signs in by nothing, so no password is chosen for them. */
function Decisions({ person, onDecide }: DecisionsProps) {
  const { t } = useTranslation("people");
  const { name, bannedAt } = person;
  const decisions = bannedAt === null ? (["passwordLink", "ban"] as const) : (["unban"] as const);
  return decisions.map((what) => (
    <Button
      key={what}
      variant="subtle"
      color="gray"
      size="xs"
      onClick={() => onDecide({ what, person })}
      aria-label={t(`${what}.whom`, { name })}
    >
      {t(`${what}.open`)}
    </Button>
  ));
}
