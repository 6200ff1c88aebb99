import { troubles } from "@katkey/server/health";
import { hasLostAFile, type AskedServer } from "../health/ask-server.ts";
import { lostWords } from "../health/lost-words.ts";
import { remedies } from "./remedies.ts";

/** Before all else: whoever stops that server loses what it alone still has. */
export function lossFindings(server: AskedServer | null): readonly string[] {
  if (server === null || !hasLostAFile(server)) return [];
  return [`Do not stop the server at ${server.url}: ${lostWords}.${doubt(server)}`];
}

/** What a server says of itself that may be ours, also where the files are not to be read. */
export function troubleFindings(server: AskedServer | null): readonly string[] {
  if (server === null || server.ours === false) return [];
  return troubles
    .filter((trouble) => server.troubles.has(trouble) && !toldBefore.has(trouble))
    .map((trouble) => remedies[trouble]);
}

/** First, or as what the clock says. */
const toldBefore: ReadonlySet<unknown> = new Set(["database_gone", "clock_behind", "clock_not_believed"]);

function doubt({ ours }: AskedServer): string {
  return ours === null ? " Whether it is of this data directory could not be found out." : "";
}
