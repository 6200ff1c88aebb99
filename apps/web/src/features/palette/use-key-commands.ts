import { IconKey } from "@tabler/icons-react";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { KeyId, KeyView, Membership, OrganizationId } from "../../lib/api/api-types.ts";
import { environmentName } from "../../lib/keys/environments.ts";
import { isKeyId } from "../../lib/organization/ids.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import type { Command } from "./command.ts";

const mostFound = 6;
const mostRecent = 3;

interface FoundKeys {
  readonly commands: readonly Command[];
  readonly isSearching: boolean;
  readonly error: unknown;
}

/** The keys that the server finds by what was typed, in every state: whoever looks for one knows its name. */
export function useFoundKeys(organization: Membership | null, query: string): FoundKeys {
  const trpc = useTRPC();
  const commandOf = useKeyCommand();
  const organizationId = organization?.id ?? "org_";
  const found = useQuery({
    ...trpc.keys.list.queryOptions({ organizationId, search: query, limit: mostFound }),
    enabled: organization !== null && query !== "",
    placeholderData: keepPreviousData,
  });
  if (organization === null || query === "") return { commands: [], isSearching: false, error: null };
  return {
    commands: (found.data?.items ?? []).map((key) => commandOf(organization.id, key)),
    isSearching: found.isPending || found.isPlaceholderData,
    error: found.error,
  };
}

/** The keys of this organization that were opened from here last, by the ids that were remembered. */
export function useRecentKeys(
  organization: Membership | null,
  recent: readonly string[],
): readonly Command[] {
  const trpc = useTRPC();
  const commandOf = useKeyCommand();
  const organizationId = organization?.id ?? "org_";
  const keyIds = recent.flatMap((id) => keyIdOf(organizationId, id)).slice(0, mostRecent);
  return useQueries({
    // Of one that is gone for this person, nothing is shown.
    queries: keyIds.map((keyId) => trpc.keys.get.queryOptions({ organizationId, keyId }, { retry: false })),
    combine: (results) => results.flatMap(({ data }) => (data ? [commandOf(organizationId, data)] : [])),
  });
}

function useKeyCommand() {
  const { t } = useTranslation("palette");
  const navigate = useNavigate();
  return (
    organizationId: OrganizationId,
    key: Pick<KeyView, "id" | "name" | "environment" | "status">,
  ): Command => ({
    id: `key:${organizationId}:${key.id}`,
    group: "keys",
    label: key.name,
    detail: t("keyDetail", { environment: environmentName(key.environment), context: endedOf(key) }),
    icon: IconKey,
    run: () =>
      void navigate({
        to: "/o/$organizationId/settings/keys/$keyId",
        params: { organizationId, keyId: key.id },
      }),
  });
}

function endedOf({ status }: Pick<KeyView, "status">) {
  return status === "revoked" || status === "expired" ? status : undefined;
}

function keyIdOf(organizationId: OrganizationId, id: string): readonly KeyId[] {
  const [kind, ofOrganization, keyId = ""] = id.split(":");
  return kind === "key" && ofOrganization === organizationId && isKeyId(keyId) ? [keyId] : [];
}
