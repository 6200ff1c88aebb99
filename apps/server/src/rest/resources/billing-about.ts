import {
  billingAnswer,
  statementAnswer,
  statementListAnswer,
  type BillingView,
  type StatementView,
} from "../../view/billing-answer.ts";
import type { About } from "../about.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });

const plan = {
  plan: "standard",
  price: { fee: eur(0), includedRequests: 10_000, perThousandRequests: eur(100) },
} as const;

const exampleStatement: StatementView = {
  month: "2026-10",
  from: "2026-10-01T00:00:00.000Z",
  to: "2026-11-01T00:00:00.000Z",
  ...plan,
  requests: 12_345,
  requestsBeyond: 2_345,
  amounts: { fee: eur(0), requestsBeyond: eur(234), total: eur(234) },
  closedAt: "2026-11-01T00:00:12.000Z",
};

const exampleBilling: BillingView = {
  month: "2026-11",
  from: "2026-11-01T00:00:00.000Z",
  to: "2026-12-01T00:00:00.000Z",
  ...plan,
  requests: 10_500,
  requestsBeyond: 500,
  amounts: { fee: eur(0), requestsBeyond: eur(50), total: eur(50) },
  forecast: {
    requests: 15_750,
    requestsBeyond: 5_750,
    amounts: { fee: eur(0), requestsBeyond: eur(575), total: eur(575) },
  },
};

export const showing: About = {
  operationId: "getBilling",
  tag: "Billing",
  summary: "Show the running month",
  description:
    "What the calendar month (UTC) costs so far: the plan's fee, and the requests beyond those that it includes. Only live requests that were served are billed. The forecast goes on as requests have come so far.",
  answer: {
    status: 200,
    description: "The running month.",
    schema: billingAnswer,
    example: exampleBilling,
  },
  errors: ["environment_not_allowed"],
};

export const listing: About = {
  operationId: "listStatements",
  tag: "Billing",
  summary: "List the statements",
  description:
    "The bills of the months that are over, newest first. A statement is written when its month has ended, and never changes again: a request that is counted late counts in the month that runs.",
  answer: {
    status: 200,
    description: "A page of statements.",
    schema: statementListAnswer,
    example: { data: [exampleStatement], nextCursor: null },
  },
  errors: ["environment_not_allowed", "cursor_invalid"],
};

export const reading: About = {
  operationId: "getStatement",
  tag: "Billing",
  summary: "Read a statement",
  description: "The running month and those to come have none: `GET /v1/billing` shows the running one.",
  parameters: { month: { description: "A calendar month in UTC.", example: exampleStatement.month } },
  answer: {
    status: 200,
    description: "The statement.",
    schema: statementAnswer,
    example: exampleStatement,
  },
  errors: ["environment_not_allowed", "statement_not_found"],
};
