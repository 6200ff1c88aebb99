import type { Admitted, AskedAdmitted } from "./decision.ts";
import type { CacheOptions } from "./options.ts";
import type { Question } from "./question.ts";

/** Positive answers, for a while. */
export interface DecisionCache {
  find(name: string): Admitted | null;
  remember(name: string, decision: AskedAdmitted, asked: Asked): void;
  forget(name: string): void;
  clear(): void;
  /** Changes with each `clear`: an answer that was asked for before is not remembered after it. */
  generation(): number;
}

interface Asked {
  /** When the question left: the answer may be as old as that. */
  readonly at: number;
  readonly generation: number;
}

interface Entry {
  readonly decision: AskedAdmitted;
  readonly at: number;
}

export function createDecisionCache(
  { maxStaleMilliseconds, maxEntries }: CacheOptions,
  now: () => number,
): DecisionCache {
  // In the order of use.
  const entries = new Map<string, Entry>();
  let generation = 0;
  return {
    find(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      entries.delete(name);
      const ageMilliseconds = now() - entry.at;
      if (ageMilliseconds < 0 || ageMilliseconds >= maxStaleMilliseconds) return null;
      entries.set(name, entry);
      return { ...entry.decision, remembered: true, ageMilliseconds, limit: null, headers: {} };
    },
    remember(name, decision, asked) {
      if (asked.generation !== generation) return;
      entries.delete(name);
      entries.set(name, { decision: frozen(decision), at: asked.at });
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
    forget: (name) => void entries.delete(name),
    clear() {
      generation += 1;
      entries.clear();
    },
    generation: () => generation,
  };
}

/**
 * Under what an answer is remembered: all that it depends on, the token only as its SHA-256, so that what is left in
 * memory opens nothing.
 */
export async function cacheNameOf({ token, scopes = [], address }: Question): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return JSON.stringify([hex, address || null, scopes.toSorted()]);
}

/** Many requests get the same one: none may change it for the others. */
function frozen<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) {
    if (typeof part === "object" && part !== null) frozen(part);
  }
  return Object.freeze(value);
}
