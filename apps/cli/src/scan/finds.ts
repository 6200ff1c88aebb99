import { isAlarming, type Find } from "./find.ts";

/** What was found: how much, and the first of it. */
export interface Finds {
  readonly tokens: number;
  /** So many of them let somebody in, or may do. */
  readonly alarming: number;
  readonly listed: readonly Find[];
}

/** Whoever fills a disk with tokens does not fill the memory, and hides none that is live behind made-up ones. */
const mostListed = 10_000;

export function createFinds(most = mostListed) {
  const listed: Find[] = [];
  let [alarming, others] = [0, 0];
  return {
    add(find: Find): void {
      const before = isAlarming(find) ? alarming++ : others++;
      if (before < most) listed.push(find);
    },
    soFar: (): Finds => ({ tokens: alarming + others, alarming, listed }),
  };
}
