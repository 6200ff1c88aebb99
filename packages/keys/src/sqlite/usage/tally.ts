import { hourMs } from "../../usage/granularity.ts";
import { routeNameOf, type UsageGroup, type Use } from "../../usage/usage.ts";
import { addNamed, findNamed, type Named } from "./named.ts";

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

/** That is being added up. */
export type OpenTally = Omit<Tally, "requests"> & { requests: number };

/** In which a use would be the first. */
export function openTally({ publicKeyId, organizationId, environment, keyId, ...use }: Use): OpenTally {
  return {
    publicKeyId,
    organizationId,
    environment,
    keyId,
    hour: hourOf(use.at),
    route: routeNameOf(use),
    statusClass: classOf(use.status),
    refused: use.refused ? 1 : 0,
    cause: use.cause,
    requests: 0,
  };
}

/** Of those of its secret, the one in which a use counts. */
export function tallyFor(use: Use, tallies: Named<OpenTally>): OpenTally {
  const tally = openTally(use);
  return findNamed(tallies, nameOf(tally), nameOf) ?? addNamed(tallies, tally, nameOf);
}

function nameOf({ hour, statusClass, refused, cause, route }: OpenTally): string {
  return `${hour} ${statusClass} ${refused} ${cause} ${route}`;
}

function hourOf(at: number): number {
  return Math.floor(at / hourMs);
}

function classOf(status: number): number {
  return Math.floor(status / 100);
}

/** Of a tally, what is told by the question's group. */
export function groupOf(groupBy: UsageGroup, { keyId, route, statusClass, cause }: Tally): string {
  switch (groupBy) {
    case "key":
      return keyId;
    case "route":
      return route;
    case "status":
      return `${statusClass}xx`;
    case "cause":
      return cause;
    case "none":
      return "";
  }
}
