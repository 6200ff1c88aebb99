import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditEntry, OrganizationId } from "../../../lib/api/api-types.ts";
import type { MemberNames } from "../../../lib/audit/audit-changes.ts";
import { whoOf } from "../../../lib/audit/audit-words.ts";
import { TextLink } from "../../../ui/text-link.tsx";
import { actorIn, auditSearchOf, type AuditSearch } from "../audit-search.ts";
import { EntryChanges } from "./entry-changes.tsx";
import { EntryFrame } from "./entry-frame.tsx";

interface EntryDetailsProps {
  readonly organizationId: OrganizationId;
  readonly entry: AuditEntry;
  readonly members: MemberNames;
  readonly search: AuditSearch;
}

export function EntryDetails({ organizationId, entry, members, search }: EntryDetailsProps) {
  return (
    <EntryFrame entry={entry} ways={<Ways organizationId={organizationId} entry={entry} search={search} />}>
      <EntryChanges entry={entry} members={members} />
    </EntryFrame>
  );
}

/** From this entry to others that have to do with it. */
function Ways({ organizationId, entry, search }: Omit<EntryDetailsProps, "members">) {
  const { t } = useTranslation("audit");
  const { seq, actor, object } = entry;
  const ways = [
    {
      to: { actor: actorIn(entry) },
      words: actorIn(entry) === "shell" ? t("ways.shell") : t("ways.actor", { who: whoOf(actor) }),
    },
    { to: { object: object.id }, words: t("ways.object", { what: object.label }) },
    { to: { ...search, entry: seq }, words: t("ways.entry") },
  ];
  return (
    <Group gap="md" fz="sm">
      {ways.map(({ to, words }) => (
        <TextLink
          key={words}
          to="/o/$organizationId/settings/audit"
          params={{ organizationId }}
          search={auditSearchOf(to)}
        >
          {words}
        </TextLink>
      ))}
    </Group>
  );
}
