import { useQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../lib/api-types.ts";
import { whoOf } from "../../lib/audit-words.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { katkeyItself } from "./audit-search.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Everybody who is in the log, also those who have left; and whoever the address names. */
export function useActorChoices(
  organizationId: OrganizationId,
  chosen: string | undefined,
): readonly Choice[] {
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.audit.actors.queryOptions({ organizationId }));
  const known = data.map((actor) => ({ value: actor.id ?? katkeyItself, label: whoOf(actor) }));
  if (chosen === undefined || known.some(({ value }) => value === chosen)) return known;
  return [...known, { value: chosen, label: chosen === katkeyItself ? "Katkey" : chosen }];
}
