import { hourMs } from "../../usage/granularity.ts";
import type { OrganizationId } from "../../id.ts";
import type { Peak, Refusal } from "../../traffic/traffic-log.ts";

export interface NotedPeak extends Peak {
  readonly organizationId: OrganizationId;
  /** Hours since 1970. */
  readonly hour: number;
}

/** Kept in memory between two writes, at most: of one secret, so that none crowds out another. The oldest give way. */
const refusalsHeld = 100;
const secretsHeld = 1_000;
const organizationsHeld = 1_000;

/** What was noticed since it was last written: of each hour the fullest window, and the latest refusals. */
export interface Noted {
  readonly peaks: ReadonlyMap<string, NotedPeak>;
  /** By secret. */
  readonly refusals: ReadonlyMap<string, readonly Refusal[]>;
}

export function createNoted() {
  const peaks = new Map<string, NotedPeak>();
  const refusals = new Map<string, Refusal[]>();
  const noted: Noted = { peaks, refusals };
  return {
    noted,
    addPeak(organizationId: OrganizationId, peak: Peak): void {
      const hour = Math.floor(peak.at / hourMs);
      const name = `${organizationId} ${hour}`;
      const before = peaks.get(name);
      if (before === undefined && peaks.size >= organizationsHeld) return;
      if (before !== undefined && shareOf(before) >= shareOf(peak)) return;
      peaks.set(name, { ...peak, organizationId, hour });
    },

    addRefusal(refusal: Refusal): void {
      const { publicKeyId } = refusal;
      const others = refusals.get(publicKeyId);
      if (others === undefined && refusals.size >= secretsHeld) return;
      if (others === undefined) refusals.set(publicKeyId, [refusal]);
      else if (others.push(refusal) > refusalsHeld) others.shift();
    },

    isEmpty: () => peaks.size + refusals.size === 0,

    clear(): void {
      peaks.clear();
      refusals.clear();
    },
  };
}

function shareOf({ requests, limit }: Peak): number {
  return requests / limit;
}
