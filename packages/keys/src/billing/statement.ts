import type { Charges } from "./charges.ts";
import { eventOf, type Deed } from "../deed.ts";
import type { OrganizationId } from "../id.ts";
import type { Month } from "./month.ts";

/** The bill of a month that is over, as it was when it was closed. It never changes again. */
export interface Statement extends Charges {
  readonly organizationId: OrganizationId;
  readonly month: Month;
  readonly closedAt: number;
}

/** Katkey's own doing: nobody has asked for it. */
export function closingOf(statement: Statement): Deed {
  const { organizationId, month, closedAt: now, plan, requests, total, currency } = statement;
  const actor = { type: "system", id: null, label: "katkey" } as const;
  const event = eventOf(
    { organizationId, now, actor, address: null, requestId: null },
    {
      action: "statement.closed",
      object: { type: "statement", id: month, label: month },
      after: { plan, requests, total, currency },
    },
  );
  return { standing: null, events: [event] };
}
