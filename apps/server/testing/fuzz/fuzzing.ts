import { stdout } from "node:process";
import * as fc from "fast-check";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** How many cases, over all laws: FUZZ_CASES. */
    readonly fuzzCases: number;
    /** Where they begin: FUZZ_SEED. A failure names the seed that brings it back. */
    readonly fuzzSeed: number;
  }
}

/** How much of all cases each law gets: together at least the whole. */
const shares = {
  "authorization header": 0.15,
  admission: 0.15,
  "JSON reader": 0.1,
  bodies: 0.3,
  queries: 0.2,
  cursors: 0.1,
  "gateway questions": 0.05,
  // On top: what goes through a real server costs fifty times as much.
  requests: 0.015,
  bytes: 0.01,
} as const;

type Law = keyof typeof shares;

/** Tries a law with its share of cases, and says with which seed. */
export async function fuzz<Case>(
  law: Law,
  property: fc.IProperty<Case> | fc.IAsyncProperty<Case>,
): Promise<void> {
  const { cases, seed } = sizeOf(law);
  stdout.write(`fuzz: ${law}, ${cases} cases, seed ${seed}\n`);
  await fc.assert(property, { seed, numRuns: cases });
}

/** Milliseconds: far more than it takes on the slowest machine that runs tests. */
export function patienceOf(law: Law): number {
  return 60_000 + sizeOf(law).cases * 10;
}

function sizeOf(law: Law) {
  return { cases: Math.ceil(inject("fuzzCases") * shares[law]), seed: inject("fuzzSeed") };
}
