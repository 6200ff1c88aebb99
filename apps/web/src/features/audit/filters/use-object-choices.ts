import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { isKeyId } from "../../../lib/organization/ids.ts";
import { inNameOrder } from "../../../lib/words/name-order.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useMemberNames } from "../../../lib/organization/use-member-names.ts";

interface Sought {
  readonly search: string;
  /** What the address names: it may be none of those found. */
  readonly chosen: string | undefined;
}

const mostShown = 8;

/** The keys and members that are called so. */
export function useObjectChoices(organizationId: OrganizationId, { search, chosen }: Sought) {
  const { t } = useTranslation("audit");
  const trpc = useTRPC();
  const known = useQuery(
    trpc.keys.get.queryOptions(
      chosen !== undefined && isKeyId(chosen) ? { organizationId, keyId: chosen } : skipToken,
    ),
  );
  const members = useMemberNames(organizationId);
  const loading = known.isLoading || members.size === 0;
  const label = known.data?.name ?? members.get(chosen ?? "") ?? (loading ? "" : (chosen ?? ""));
  // What is chosen stands in the field, and is not searched for.
  const sought = search === label ? "" : search;
  const query = { organizationId, limit: mostShown, ...(sought !== "" && { search: sought }) };
  const found = useQuery({ ...trpc.keys.list.queryOptions(query), placeholderData: keepPreviousData });
  const keys = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const people = inNameOrder(
    [...members].map(([value, name]) => ({ value, label: name })),
    (one) => one.label,
  )
    .filter((one) => one.label.toLowerCase().includes(sought.toLowerCase()))
    .slice(0, mostShown);
  const listed = [...keys, ...people].some(({ value }) => value === chosen);
  return [
    ...(chosen !== undefined && label !== "" && !listed
      ? [{ group: t("filters.chosen"), items: [{ value: chosen, label }] }]
      : []),
    { group: t("areas.keys"), items: keys },
    { group: t("areas.members"), items: people },
  ];
}
