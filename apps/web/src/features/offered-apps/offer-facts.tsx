import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfferedApp } from "../../lib/api/api-types.ts";
import { useOwnScopes } from "../../lib/keys/own-scopes.ts";
import { scopeMeanings } from "../../lib/keys/scopes.ts";
import { Facts } from "../../ui/facts.tsx";
import { Meanings } from "../../ui/meanings.tsx";
import { Mono } from "../../ui/mono.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";

/** Where it leads, and the most that it may ask for. */
export function OfferFacts({ app }: { readonly app: OfferedApp }) {
  const { t } = useTranslation("offeredApps");
  const own = useOwnScopes();
  const { homepage, type, redirectUris, scopes, createdBy } = app;
  return (
    <Facts
      facts={[
        {
          label: t("homepage"),
          value: homepage === null ? t("noHomepage") : <NewTabLink href={homepage}>{homepage}</NewTabLink>,
        },
        { label: t("type"), value: t(`types.${type}`) },
        {
          label: t("redirectUris"),
          value: (
            <Stack gap={4}>
              {redirectUris.map((uri) => (
                <Mono key={uri}>{uri}</Mono>
              ))}
            </Stack>
          ),
        },
        {
          label: t("scopes"),
          value: <Meanings label={t("scopes")} meanings={scopeMeanings(scopes, own)} />,
        },
        { label: t("registeredBy"), value: createdBy },
      ]}
    />
  );
}
