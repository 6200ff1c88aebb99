import type { Config } from "@katkey/server/config";
import type { Call } from "../command/command.ts";
import { openSealed } from "../seal/sealed-installation.ts";
import { unsoundIn } from "../seal/unsound-in.ts";

/** Whether every row is what was sealed, where there is a seal. Reads all of them. */
export async function sealFindings(
  { sealKeys }: Config,
  call: Pick<Call, "actor" | "now">,
): Promise<readonly string[]> {
  if (sealKeys === null) return [];
  const { database, close } = openSealed(call, { sealed: true });
  try {
    return await unsoundIn(database, sealKeys);
  } finally {
    close();
  }
}
