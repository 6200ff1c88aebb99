import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Explanation, KeyView, OrganizationId } from "../../lib/api/api-types.ts";
import { environmentName } from "../../lib/keys/environments.ts";
import { problemName } from "../../lib/api/problem-name.ts";
import { Card } from "../../ui/card.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { requestWords } from "../../lib/words/request-words.ts";
import { Mono } from "../../ui/mono.tsx";
import { Panel } from "../../ui/panel.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { TextLink } from "../../ui/text-link.tsx";

interface RequestFactsProps {
  readonly organizationId: OrganizationId;
  readonly explanation: Explanation;
}

/** What was asked, when, with which key, and from where. */
export function RequestFacts({ organizationId, explanation }: RequestFactsProps) {
  const { t } = useTranslation("refusals");
  const { refusal } = explanation;
  const { requestId, at, method, route, scopes, address, userAgent } = refusal;
  const sender = useSenderFacts(organizationId, explanation);
  return (
    <Panel title={t("asked.title")}>
      <Card>
        <Facts
          facts={[
            { label: t("asked.when"), value: <RelativeTime at={at} /> },
            { label: t("asked.request"), value: <Mono>{requestWords({ method, route })}</Mono> },
            { label: t("asked.answer"), value: <Answer refusal={refusal} /> },
            ...sender,
            {
              label: t("asked.scopes"),
              value: scopes.length === 0 ? t("asked.anyKey") : <Mono>{scopes.join(", ")}</Mono>,
            },
            { label: t("asked.from"), value: address === "" ? "–" : <Mono>{address}</Mono> },
            { label: t("asked.client"), value: userAgent ?? t("asked.unknownClient") },
            { label: t("asked.id"), value: <RequestId id={requestId} /> },
          ]}
        />
      </Card>
    </Panel>
  );
}

/** With which key, and which of its secrets; or by which app. */
function useSenderFacts(organizationId: OrganizationId, { refusal, key, app }: Explanation) {
  const { t } = useTranslation("refusals");
  if (key === null) {
    const value = app && <AppLink organizationId={organizationId} app={app} />;
    return [{ label: t("asked.app"), value }];
  }
  const sent = key.secrets.find(({ publicKeyId }) => publicKeyId === refusal.publicKeyId);
  return [
    { label: t("asked.key"), value: <KeyLink organizationId={organizationId} apiKey={key} /> },
    { label: t("asked.secret"), value: <Mono>{sent?.maskedToken ?? refusal.publicKeyId}</Mono> },
    { label: t("asked.environment"), value: environmentName(key.environment) },
  ];
}

function Answer({ refusal: { status, code } }: Pick<Explanation, "refusal">) {
  return (
    <>
      {status} · {problemName(code)} {code !== "other" && <Mono>{code}</Mono>}
    </>
  );
}

interface KeyLinkProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
}

function KeyLink({ organizationId, apiKey: { id: keyId, name } }: KeyLinkProps) {
  return (
    <TextLink to="/o/$organizationId/settings/keys/$keyId" params={{ organizationId, keyId }}>
      <bdi>{name}</bdi>
    </TextLink>
  );
}

interface AppLinkProps {
  readonly organizationId: OrganizationId;
  readonly app: NonNullable<Explanation["app"]>;
}

function AppLink({ organizationId, app: { grantId: grant, name } }: AppLinkProps) {
  return (
    <TextLink to="/o/$organizationId/apps" params={{ organizationId }} search={{ show: "all", grant }}>
      <bdi>{name}</bdi>
    </TextLink>
  );
}

function RequestId({ id }: { readonly id: string }) {
  const { t } = useTranslation("refusals");
  return (
    <Group gap={4} wrap="nowrap" my={-5}>
      <Mono>{id}</Mono>
      <CopyButton value={id} what={t("asked.idWhat")} variant="icon" />
    </Group>
  );
}
