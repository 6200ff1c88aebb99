import { DatabaseError } from "@katkey/keys/sqlite";
import { StartError } from "../start/start-error.ts";
import { findStarts } from "../start/starts.ts";

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
  if (!last?.commit) return "";
  return ` That was started on ${last.at}: git checkout ${last.commit}.`;
}
