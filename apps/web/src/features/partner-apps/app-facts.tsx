import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../lib/api/api-types.ts";
import { useOwnScopes } from "../../lib/keys/own-scopes.ts";
import { scopeMeanings } from "../../lib/keys/scopes.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Logo } from "../../ui/logo.tsx";
import { Meanings } from "../../ui/meanings.tsx";
import { Mono } from "../../ui/mono.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { Panel } from "../../ui/panel.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";

/** What others see of it, and how far it reaches. */
export function AppFacts({ app }: { readonly app: PartnerApp }) {
  const { t } = useTranslation("partnerApps");
  const own = useOwnScopes();
  const { name, logo, type, homepage, redirectUris, scopes, createdAt, createdBy } = app;
  return (
    <Panel title={t("about")}>
      <Card>
        <Facts
          facts={[
            { label: t("fields.logo"), value: <Logo image={logo} name={name} size="lg" /> },
            { label: t("fields.type"), value: t(`types.${type}`) },
            {
              label: t("fields.homepage"),
              value:
                homepage === null ? t("noHomepage") : <NewTabLink href={homepage}>{homepage}</NewTabLink>,
            },
            {
              label: t("fields.redirectUris"),
              value: (
                <Stack gap={4}>
                  {redirectUris.map((uri) => (
                    <Mono key={uri}>{uri}</Mono>
                  ))}
                </Stack>
              ),
            },
            {
              label: t("fields.scopes"),
              value: <Meanings label={t("fields.scopes")} meanings={scopeMeanings(scopes, own)} />,
            },
            { label: t("columns.registered"), value: <RelativeTime at={createdAt} /> },
            { label: t("registeredBy"), value: createdBy },
          ]}
        />
      </Card>
    </Panel>
  );
}
