const shortest = 1_000;
const longest = 15_000;

/** How long to wait before asking again: the longer nothing came, the longer. All in milliseconds. */
export function pauseAfter(waited: number): number {
  return Math.min(longest, Math.max(shortest, waited / 8));
}
