import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ConnectedApp } from "../../lib/api/api-types.ts";
import { useOwnScopes } from "../../lib/keys/own-scopes.ts";
import { scopeMeanings } from "../../lib/keys/scopes.ts";
import { Facts } from "../../ui/facts.tsx";
import { Meanings } from "../../ui/meanings.tsx";
import { Mono } from "../../ui/mono.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { Notice } from "../../ui/notice.tsx";

/** What the app may do, and whatever else is known of it. */
export function ConnectedAppDetails({ connectedApp }: { readonly connectedApp: ConnectedApp }) {
  const { t } = useTranslation("connectedApps");
  const own = useOwnScopes();
  const { id, app, status, scopes, curtailed, endedBy, grantedBy, lastUse } = connectedApp;
  const meanings = scopeMeanings(scopes, own).map((one) => ({ ...one, idle: curtailed.includes(one.code) }));
  return (
    <Stack gap="md">
      {app.description !== null && <Text maw="65ch">{app.description}</Text>}
      {status === "paused" && <Notice tone="warning">{t("paused")}</Notice>}
      {endedBy !== null && <Notice tone="info">{t(`ends.${endedBy}`)}</Notice>}
      {status !== "ended" && curtailed.length > 0 && (
        <Notice tone="info">{t("curtailed", { name: grantedBy.name || grantedBy.email })}</Notice>
      )}
      <Stack gap={8}>
        <Text fw={550}>{t(status === "ended" ? "could" : "can")}</Text>
        {meanings.length === 0 ? (
          <Text c="dimmed">{t("noScopes")}</Text>
        ) : (
          <Meanings label={t(status === "ended" ? "could" : "can")} meanings={meanings} />
        )}
      </Stack>
      <Facts
        facts={[
          ...(app.homepage === null
            ? []
            : [{ label: t("homepage"), value: <NewTabLink href={app.homepage}>{app.homepage}</NewTabLink> }]),
          ...(lastUse === null || lastUse.address === ""
            ? []
            : [{ label: t("lastAddress"), value: <Mono>{lastUse.address}</Mono> }]),
          { label: t("grant"), value: <Mono>{id}</Mono> },
        ]}
      />
    </Stack>
  );
}
