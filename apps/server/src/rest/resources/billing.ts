import { findStatement, isMonth, KeyError, listStatements, showBilling, type Month } from "@katkey/keys";
import { z } from "zod";
import { pagingInput } from "../../input/paging-input.ts";
import type { StatementListView } from "../../view/billing-answer.ts";
import { billingViewOf, statementViewOf } from "../../view/billing-view.ts";
import { placeOf } from "../reading/cursor.ts";
import { nothing } from "../reading/input.ts";
import { defineRoute, type Admitted } from "../route.ts";
import * as about from "./billing-about.ts";

const shape = { method: "GET", scopes: ["billing:read"], query: nothing, body: nothing } as const;

const listQuery = z.strictObject({
  ...pagingInput({ usual: 20, most: 100 }),
});

export const getBilling = defineRoute(
  { ...shape, path: "/v1/billing", about: about.showing },
  async (_principal, { services: { billing }, act }) => {
    return { status: 200, body: billingViewOf(await showBilling(billing, act)) };
  },
);

export const listBillingStatements = defineRoute(
  { ...shape, path: "/v1/billing/statements", query: listQuery, about: about.listing },
  async (principal, { services: { billing, cursors }, act, query: { cursor, limit } }) => {
    const place = placeOf(principal, "/v1/billing/statements", {});
    const before = cursor === undefined ? {} : { before: monthIn(cursors.open(place, cursor)) };
    const { items, nextCursor } = await listStatements(billing, act, { ...before, limit });
    const body: StatementListView = {
      data: items.map(statementViewOf),
      nextCursor: nextCursor && cursors.seal(place, nextCursor),
    };
    return { status: 200, body };
  },
);

export const getStatement = defineRoute(
  { ...shape, path: "/v1/billing/statements/{month}", about: about.reading },
  async (_principal, call) => {
    const statement = await findStatement(call.services.billing, call.act, monthOf(call));
    return { status: 200, body: statementViewOf(statement) };
  },
);

/** What is no month at all is answered as a month that has no statement. */
function monthOf({ parameters: { month = "" } }: Admitted): Month {
  if (isMonth(month)) return month;
  throw new KeyError("statement_not_found", "This is no month: write one as 2026-11.");
}

/** Only we seal cursors, and only months. */
function monthIn(position: string): Month {
  if (isMonth(position)) return position;
  throw new KeyError("cursor_invalid", "This cursor did not come from a page of this list.");
}
