import { Trans, useTranslation } from "react-i18next";
import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { Card } from "../../../ui/card.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { AddressList } from "./address-list.tsx";
import { IdFact } from "./id-fact.tsx";
import { NoteFact } from "./note-fact.tsx";
import { ResponsibleFact } from "./responsible-fact.tsx";
import { ScopesFact } from "./scopes-fact.tsx";
import { useMembers } from "../use-members.ts";

interface KeyFactsProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
}

const issuedWords = {
  user: "facts.issuedBy",
  key: "facts.issuedByKey",
  operator: "facts.issuedAtShell",
  system: "facts.issuedBy",
} as const satisfies Record<KeyView["createdBy"]["type"], string>;

/** What the key is and may do. */
export function KeyFacts({ organizationId, apiKey }: KeyFactsProps) {
  const { t } = useTranslation("keys");
  const members = useMembers(organizationId);
  const responsible = members.find(({ id }) => id === apiKey.responsibleMemberId);
  const { createdAt, createdBy } = apiKey;
  const known = members.length > 0;
  return (
    <Panel title={t("facts.title")}>
      <Card>
        <Facts
          facts={[
            { label: t("facts.id"), value: <IdFact id={apiKey.id} /> },
            {
              label: t("facts.issued"),
              value: (
                <Trans
                  t={t}
                  i18nKey={issuedWords[createdBy.type]}
                  values={{ who: createdBy.label }}
                  components={{ time: <RelativeTime at={createdAt} />, bdi: <bdi /> }}
                />
              ),
            },
            {
              label: t("fields.responsible"),
              value: known ? <ResponsibleFact member={responsible} /> : "…",
            },
            endFact(apiKey),
            {
              label: t("scopes"),
              value: <ScopesFact apiKey={apiKey} responsible={known ? responsible : null} />,
            },
            { label: t("fields.addresses"), value: <AddressList addresses={apiKey.addresses} /> },
            { label: t("fields.note"), value: <NoteFact note={apiKey.note} /> },
          ]}
        />
      </Card>
    </Panel>
  );
}

/** When the key ended, or will. */
function endFact({ status, revocation, expiresAt }: KeyView) {
  const t = wordsOf("keys");
  if (revocation !== null) return { label: t("facts.revoked"), value: <RelativeTime at={revocation.at} /> };
  const value = expiresAt === null ? t("facts.never") : <RelativeTime at={expiresAt} />;
  return { label: status === "expired" ? t("facts.expired") : t("facts.expires"), value };
}
