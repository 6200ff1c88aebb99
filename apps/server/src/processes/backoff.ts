const windowMs = 60_000;
/** So many ends within the window are made good at once. */
const free = 3;
const longestMs = 5_000;

/** How long to wait before the next process is started, so that one that always ends at once does not take all processors. */
export function createBackoff(monotonic: () => number) {
  let ends: number[] = [];
  return {
    noteEnd(): void {
      const now = monotonic();
      ends = [...ends.filter((at) => at > now - windowMs), now];
    },
    async pause(): Promise<void> {
      const recent = ends.filter((at) => at > monotonic() - windowMs).length;
      if (recent <= free) return;
      const wait = Math.min(longestMs, 100 * 2 ** (recent - free));
      await new Promise((resolve) => setTimeout(resolve, wait));
    },
  };
}
