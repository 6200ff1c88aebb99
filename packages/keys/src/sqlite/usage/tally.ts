import type { Database } from "better-sqlite3";
import type { Environment } from "../../environment.ts";
import { noUsage, outcomeOf, type UsageCount, type UsageGroup, type Use } from "../../usage/usage.ts";

/** What is counted as one: requests of one secret to one route in one hour, with one class of status and one cause. */
export interface Tally extends Pick<
  Use,
  "publicKeyId" | "organizationId" | "environment" | "keyId" | "cause"
> {
  /** Hours since 1970. */
  readonly hour: number;
  /** Method and pattern: `GET /v1/products`. */
  readonly route: string;
  /** The first digit of the status. */
  readonly statusClass: number;
  readonly refused: 0 | 1;
  readonly requests: number;
}

/** Where a tally is counted that came too late: at the line behind which nothing is counted any more. */
export const hourCounted = "max(hour, (select end from usage_closed))";

/** A row of `tally` as a `Tally`. */
export const tallyColumns = `
  public_key_id as publicKeyId, ${hourCounted} as hour, route, status_class as statusClass, refused, cause,
  organization_id as organizationId, environment, key_id as keyId, requests`;

const selectTallies = `
  select ${tallyColumns}
  from tally
  where organization_id = @organizationId and (@environment is null or environment = @environment)`;

interface Whose extends Pick<Tally, "organizationId"> {
  /** `null`: both. */
  readonly environment: Environment | null;
}

/** What was counted since it was last filed, and belongs to every answer. */
export function prepareTalliesOf(database: Database) {
  const tallies = database.prepare<Whose, Tally>(selectTallies);
  return ({ organizationId, environment }: Whose): readonly Tally[] => {
    return tallies.all({ organizationId, environment });
  };
}

/** Of a tally, what is told by the question's group. */
export function groupOf(groupBy: UsageGroup, { keyId, route, statusClass, cause }: Tally): string {
  const groups = { key: keyId, route, status: `${statusClass}xx`, cause, none: "" } as const;
  return groups[groupBy];
}

export function countOf({ refused, statusClass, requests }: Tally): UsageCount {
  const outcome = outcomeOf({ refused: refused === 1, status: statusClass * 100 });
  return { ...noUsage, [outcome]: requests };
}
