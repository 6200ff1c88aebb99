import type { BillDifference, UsageDifference } from "@katkey/keys";
import { counted } from "../words/counted.ts";

/** A sum that is not what was counted, for the operator. */
export function lineOfSum(difference: UsageDifference): string {
  const { organizationId, environment, counted: found, summed } = difference;
  const where = `${organizationId} ${environment} ${spanOf(difference)}${groupOf(difference)}`;
  return `${where}: counted ${figuresOf(found)}, but the sum is ${figuresOf(summed)}`;
}

/** A bill that is not what was counted, for the operator. */
export function lineOfBill({
  organizationId,
  month,
  figure,
  counted: found,
  billed,
}: BillDifference): string {
  const sentences = {
    statement: "there is no statement, although a later month has one",
    keys: `the keys have ${counted(found, "request")}, but the statement bills ${billed}`,
    requests: `the organization has ${counted(found, "request")}, but the statement bills ${billed}`,
    requestsBeyond: `${counted(found, "request")} beyond what is included, but the statement says ${billed}`,
    amountBeyond: `the requests beyond cost ${found}, but the statement says ${billed}`,
    total: `the total is ${found}, but the statement says ${billed}`,
  } as const satisfies Record<BillDifference["figure"], string>;
  return `${organizationId} ${month}: ${sentences[figure]}`;
}

/** That something was recorded which is in no sum, for the operator. */
export function lineOfUnread(rows: number): string {
  return `usage.db: ${counted(rows, "row")} of uses could not be read, in the table unread_use: what was counted there is in no sum`;
}

/** The hour, day or month as much of a time in UTC as says it. */
function spanOf({ granularity, start }: UsageDifference): string {
  const length = { hour: "yyyy-mm-ddThh", day: "yyyy-mm-dd", month: "yyyy-mm" }[granularity].length;
  return new Date(start).toISOString().slice(0, length);
}

function groupOf({ groupBy, group }: UsageDifference): string {
  return groupBy === "none" ? "" : ` by ${groupBy}${group === "" ? "" : ` ${group}`}`;
}

function figuresOf({ served, refused, failed }: UsageDifference["counted"]): string {
  return `${served} served, ${refused} refused, ${failed} failed`;
}
