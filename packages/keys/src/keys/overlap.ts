import { KeyError } from "../errors.ts";

export const longestOverlapSeconds = 30 * 24 * 60 * 60;

/** @throws KeyError `overlap_not_allowed` */
export function assertOverlap(seconds: number): void {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= longestOverlapSeconds) return;
  throw new KeyError("overlap_not_allowed", "An overlap lasts from 0 seconds to 30 days.");
}
