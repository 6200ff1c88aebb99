import type { Config } from "@katkey/server/config";
import { foreseeStart } from "@katkey/server/foresee-start";
import { assertFree } from "@katkey/server/listen";
import { StartError } from "@katkey/server/start-error";
import type { AskedServer } from "./ask-server.ts";

interface Circumstances {
  readonly now: number;
  readonly server: Pick<AskedServer, "says" | "ours">;
  /** Looks at every seal, too. */
  readonly isThorough: boolean;
}

/** Why a start with the settings of this shell would be refused, as it would say itself. */
export async function startRefusals(
  config: Config,
  { now, server, isThorough }: Circumstances,
): Promise<readonly string[]> {
  const refusals = foreseeStart(config, { now, isThorough });
  const mayBeOurs = server.ours === true || (server.says !== null && server.ours === null);
  return mayBeOurs ? refusals : [...refusals, ...(await portRefusals(config))];
}

async function portRefusals(config: Config): Promise<readonly string[]> {
  try {
    await assertFree(config);
    return [];
  } catch (error) {
    if (error instanceof StartError) return [error.message];
    throw error;
  }
}
