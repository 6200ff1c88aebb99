import { temporaryDirectory } from "../measure.ts";
import { fillWithApps } from "./fill-with-apps.ts";
import { fillWithKeys } from "./fill-with-keys.ts";
import { serviceTokenIn } from "./service-token.ts";
import { tokenOf } from "./token-of.ts";

/** An installation that was made for a bench. */
export interface Generated {
  readonly directory: string;
  readonly keys: number;
  readonly serviceToken: string;
}

export async function generate(keys: number): Promise<Generated> {
  const directory = temporaryDirectory();
  await fillWithKeys(directory, keys);
  const serviceToken = await serviceTokenIn(directory);
  fillWithApps(directory, keys);
  return { directory, keys, serviceToken };
}

/** A prime: as a step it comes to each key once before it comes to any a second time. */
const step = 7_919;

/** The tokens of so many of an installation's keys, spread over all of them. */
export function tokensInUse({ keys }: Pick<Generated, "keys">, count: number): readonly string[] {
  return Array.from({ length: Math.min(keys, count) }, (_, i) => tokenOf((i * step) % keys));
}
