import { wholeBy, type Chance } from "./chance.ts";
import { mishaps, type Call, type Traffic, type Trouble } from "./traffic.ts";

interface Answering {
  /** How many requests there would be on average. */
  readonly expected: number;
  readonly troubles: readonly Omit<Trouble, "from" | "until">[];
  readonly chance: Chance;
}

interface Answers {
  readonly answer: Pick<Call, "method" | "route" | "status"> & {
    readonly refused: boolean;
    readonly cause: string;
  };
  readonly requests: number;
}

/** What an integration asks for in some time, and how it is answered. */
export function* answersOf({ calls }: Traffic, { expected, troubles, chance }: Answering): Iterable<Answers> {
  const weights = calls.reduce((sum, { weight }) => sum + weight, 0);
  const surge = troubles.reduce((most, trouble) => Math.max(most, trouble.surge ?? 1), 1);
  for (const { method, route, status, weight } of calls) {
    const call = { method, route, status, refused: false, cause: "none" };
    let requests = wholeBy(chance, (expected * surge * weight) / weights);
    for (const { share, ...other } of othersThan(call, troubles)) {
      const some = Math.min(requests, wholeBy(chance, requests * share));
      requests -= some;
      if (some > 0) yield { answer: { ...call, ...other }, requests: some };
    }
    if (requests > 0) yield { answer: call, requests };
  }
}

/** The answers that some of its requests get instead. */
function othersThan({ method, route }: Answers["answer"], troubles: Answering["troubles"]) {
  const isMeant = (only: Trouble["only"]) =>
    only === undefined || (only.method === method && only.route === route);
  return [...troubles.filter(({ only }) => isMeant(only)), ...mishaps.filter(isMeant)].map(
    ({ status, share, refused = false, cause }: Pick<Trouble, "status" | "share" | "refused" | "cause">) => {
      return { status, share, refused, cause };
    },
  );
}
