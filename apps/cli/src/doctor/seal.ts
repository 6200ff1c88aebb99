import { checkSeals, findRevived } from "@katkey/keys/sqlite";
import type { Config } from "@katkey/server/config";
import type { Call } from "../command/command.ts";
import { counted } from "../counted.ts";
import { openSealed } from "../seal/sealed-installation.ts";

/** Whether every row is what was sealed, where there is a seal. Reads all of them. */
export async function sealFindings(
  { sealKeys }: Config,
  call: Pick<Call, "actor" | "now">,
): Promise<readonly string[]> {
  if (sealKeys === null) return [];
  const { database, sealable, close } = openSealed(call, { sealed: true });
  try {
    const { unsound, isPutBack } = await checkSeals(database, sealable);
    const wrong = unsound + findRevived(database).length;
    if (isPutBack) return ["Rows were put back as they had been, or taken away. Run katkey seal check."];
    if (wrong === 0) return [];
    return [
      `Somebody changed ${counted(wrong, "row")} from outside. katkey seal check names them; find out who could write to the file.`,
    ];
  } finally {
    close();
  }
}
