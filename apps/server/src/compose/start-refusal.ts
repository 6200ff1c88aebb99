import { DatabaseError } from "@katkey/keys/sqlite";
import { StartError } from "../start/start-error.ts";
import { findStarts } from "../start/starts.ts";
import { thisVersion } from "../start/this-version.ts";

/** What a start is refused with that meets this in its files; `null`: it comes from elsewhere. */
export function startRefusal(cause: unknown, dataDirectory: string): StartError | null {
  if (cause instanceof StartError) return cause;
  if (!(cause instanceof DatabaseError)) return null;
  const isOfAnother = cause.code === "newer" || cause.code === "altered";
  const ran = isOfAnother ? whatRanLast(dataDirectory) : "";
  return new StartError(`${cause.message}${ran}`, { cause });
}

function whatRanLast(dataDirectory: string): string {
  const last = findStarts(dataDirectory)?.last;
  // One of this version that came to nothing is not noted, and may have brought the databases there.
  if (!last?.commit || last.commit === thisVersion().commit) return "";
  return ` That was started on ${last.at}: git checkout ${last.commit}.`;
}
