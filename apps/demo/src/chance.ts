/** The next of a row of numbers, at least 0 and below 1, that look like chance. */
export type Chance = () => number;

/** The same row for the same seed: mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number that is `expected` on average. */
export function wholeBy(chance: Chance, expected: number): number {
  return Math.floor(expected + chance());
}
