import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";

/** Whom turning the API off would stop. */
export function KeysUsed({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("settings");
  const trpc = useTRPC();
  const fresh = { staleTime: 0, gcTime: 0 };
  const used = useQuery(trpc.organizations.keysUsed.queryOptions({ organizationId }, fresh));
  if (used.isError) return <Text>{t("api.notCounted")}</Text>;
  if (used.data === undefined) return <Text c="dimmed">{t("api.counting")}</Text>;
  const { count } = used.data;
  if (count === 0) return <Text>{t("api.usedNone")}</Text>;
  return (
    <Text>
      <Trans t={t} i18nKey="api.used" count={count} components={{ b: <strong /> }} />
    </Text>
  );
}
