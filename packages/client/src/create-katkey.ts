import type { Surroundings } from "./ask.ts";
import type { Katkey } from "./katkey.ts";
import { katkeyIn } from "./katkey-in.ts";
import type { KatkeyOptions } from "./options.ts";

// The only place where the clock and chance come from.
const surroundings: Surroundings = {
  now: () => performance.now(),
  random: () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 256,
};

/** Opens nothing and sends nothing yet. @throws KatkeyConfigurationError when an option cannot be right */
export function createKatkey(options: KatkeyOptions): Katkey {
  return katkeyIn(surroundings, options);
}
