import { useQuery } from "@tanstack/react-query";
import type { AuditEntry, OrganizationId } from "../../lib/api-types.ts";
import { whoOf } from "../../lib/audit-words.ts";
import { wordsOf } from "../../lib/i18n.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { katkeyItself } from "./audit-search.ts";

const t = wordsOf("audit");

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
  const known = data.map((actor) => ({ value: actor.id ?? katkeyItself, label: nameOf(actor) }));
  if (chosen === undefined || known.some(({ value }) => value === chosen)) return known;
  return [...known, { value: chosen, label: chosen === katkeyItself ? "Katkey" : chosen }];
}

/** Entries of the shell name no user either, so they are found together with those of Katkey. */
function nameOf(actor: AuditEntry["actor"]): string {
  return actor.id === null && actor.type !== "system" ? t("katkeyAndShell") : whoOf(actor);
}
