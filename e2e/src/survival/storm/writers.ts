import { randomInt } from "node:crypto";
import { inspect } from "node:util";
import { isBrokenConnection } from "../../harness/dashboard.ts";
import { appsLive } from "./app-story.ts";
import { keysByKeys, keysByPeople } from "./key-stories.ts";
import { membersComeAndGo } from "./member-story.ts";
import { serviceTokensLive } from "./service-token-story.ts";
import { settingsChange } from "./settings-story.ts";
import type { Story, Surroundings } from "./surroundings.ts";

/** What each of four writers tells again and again until the server is gone, in any order. */
const writers: readonly (readonly Story[])[] = [
  [keysByPeople],
  [keysByKeys],
  [settingsChange, keysByPeople],
  [membersComeAndGo, serviceTokensLive, appsLive],
];

/** Resolves when the server is gone, to what was refused meanwhile: nothing should be. */
export async function write(surroundings: Surroundings): Promise<readonly string[]> {
  const ends = await Promise.all(
    writers.map(async (stories) => {
      try {
        for (;;) await stories[randomInt(stories.length)]?.(surroundings);
      } catch (error) {
        return isBroken(error) ? [] : [`refused: ${inspect(error, { depth: 4 })}`];
      }
    }),
  );
  return ends.flat();
}

/** A broken connection is what is expected: of tRPC's client, or of fetch itself. */
function isBroken(error: unknown): boolean {
  return (
    isBrokenConnection(error) || (error instanceof TypeError && /fetch failed|terminated/.test(error.message))
  );
}
