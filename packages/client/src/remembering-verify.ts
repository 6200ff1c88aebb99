import type { Surroundings } from "./ask.ts";
import type { Decision } from "./decision.ts";
import { cacheNameOf, createDecisionCache, type DecisionCache } from "./decision-cache.ts";
import type { Katkey } from "./katkey.ts";
import type { Settings } from "./options.ts";
import type { Question } from "./question.ts";
import { verify } from "./verify.ts";

/** `verify`, through the cache where there is one. */
export function rememberingVerify(
  settings: Settings,
  surroundings: Surroundings,
): Pick<Katkey, "verify" | "clearCache"> {
  const cache = settings.cache && createDecisionCache(settings.cache, surroundings.now);
  return {
    async verify(question, { signal, cache: wish = "use" } = {}) {
      const ask = () => verify(settings, question, { ...surroundings, signal });
      if (cache === null || typeof question.token !== "string") return ask();
      signal?.throwIfAborted();
      const name = await cacheNameOf(question);
      const known = wish === "use" && mayBeRemembered(question) ? cache.find(name) : null;
      return known ?? askAndRemember(cache, name, { ask, now: surroundings.now });
    },
    clearCache: () => cache?.clear(),
  };
}

/** Whoever names what a request costs wants it counted, and what is remembered is not. */
function mayBeRemembered({ cost }: Question): boolean {
  return cost === undefined || cost === 0;
}

async function askAndRemember(
  cache: DecisionCache,
  name: string,
  { ask, now }: { ask: () => Promise<Decision>; now: () => number },
): Promise<Decision> {
  const asked = { at: now(), generation: cache.generation() };
  const decision = await ask();
  if (!decision.valid) cache.forget(name);
  else if (!decision.remembered) cache.remember(name, decision, asked);
  return decision;
}
