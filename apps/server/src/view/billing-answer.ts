import { plans } from "@katkey/keys";
import { z } from "zod";
import { moneyAnswer } from "./money-answer.ts";
import { nextCursorAnswer } from "./next-cursor-answer.ts";
import { timeAnswer } from "./time-answer.ts";

const requests = {
  requests: z.int().describe("Live requests that were served: admitted, and answered below 500."),
  requestsBeyond: z.int().describe("Those of them that the fee does not include."),
};

const amountsAnswer = z
  .strictObject({
    fee: moneyAnswer,
    requestsBeyond: moneyAnswer.describe("Fractions of a cent are not charged."),
    total: moneyAnswer,
  })
  .readonly()
  .meta({ id: "Amounts", description: "What a month costs." });

const month = {
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .meta({ description: "A calendar month in UTC.", examples: ["2026-11"] }),
  from: timeAnswer.describe("Where the month begins."),
  to: timeAnswer.describe("Where it ends: the first moment that is not in it."),
};

const charges = {
  plan: z.enum(plans),
  price: z
    .strictObject({
      fee: moneyAnswer.describe("For the month, however much of it the organization existed."),
      includedRequests: z.int().describe("Requests that the fee includes."),
      perThousandRequests: moneyAnswer.describe("For a thousand requests beyond those."),
    })
    .readonly()
    .meta({ id: "PlanPrice", description: "What a month of the plan costs." }),
  ...requests,
  amounts: amountsAnswer,
};

/** What `GET /v1/billing` answers. */
export const billingAnswer = z
  .strictObject({
    ...month,
    ...charges,
    forecast: z
      .strictObject({ ...requests, amounts: amountsAnswer })
      .readonly()
      .meta({
        id: "Forecast",
        description: "At the end of the month, if requests go on to come as they have so far.",
      }),
  })
  .readonly()
  .meta({ id: "Billing", description: "The running month on the plan and the prices of now." });

export type BillingView = z.output<typeof billingAnswer>;

export const statementAnswer = z
  .strictObject({
    ...month,
    ...charges,
    closedAt: timeAnswer.describe("When the month was closed: plan and prices are those of that moment."),
  })
  .readonly()
  .meta({ id: "Statement", description: "The bill of a month that is over. It never changes again." });

export type StatementView = z.output<typeof statementAnswer>;

export const statementListAnswer = z
  .strictObject({
    data: z.array(statementAnswer).readonly(),
    nextCursor: nextCursorAnswer,
  })
  .readonly()
  .meta({ id: "StatementList", description: "A page of statements, newest month first." });

export type StatementListView = z.output<typeof statementListAnswer>;
