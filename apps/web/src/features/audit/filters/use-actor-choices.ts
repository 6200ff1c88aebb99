import { useQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { whoOf } from "../../../lib/audit/audit-words.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { inNameOrder } from "../../../lib/words/name-order.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { actorIn } from "../audit-search.ts";

const t = wordsOf("audit");

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Everybody who is in the log, also those who have left; who has no id; and whoever the address names. */
export function useActorChoices(
  organizationId: OrganizationId,
  chosen: string | undefined,
): readonly Choice[] {
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.audit.actors.queryOptions({ organizationId }));
  const people = data.map((actor) => ({ value: actorIn({ actor }), label: whoOf(actor) }));
  const known = [
    ...inNameOrder(people, ({ label }) => label),
    { value: "katkey", label: "Katkey" },
    { value: "shell", label: t("shell") },
  ];
  if (chosen === undefined || known.some(({ value }) => value === chosen)) return known;
  return [...known, { value: chosen, label: chosen }];
}
