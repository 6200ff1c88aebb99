import type { Event } from "./trace.ts";

/**
 * A trace as if the database had run `synchronous=NORMAL`: its log is synced before it is written back and when it
 * begins anew, and at no commit. It shows what FULL is for, and that a sync that were missing would be noticed.
 */
export function onlyAtCheckpoints(events: readonly Event[], file: string): readonly Event[] {
  const paths = pathsOf(events);
  const isOf = (i: number, end: string) => paths[i]?.endsWith(`/${file}${end}`) === true;
  const writes = events.flatMap((event, i) =>
    event.type === "write" && (isOf(i, "") || isOf(i, "-wal")) ? [i] : [],
  );
  let passed = 0;
  return events.filter((event, i) => {
    if (writes[passed] === i) passed += 1;
    if (event.type !== "sync" || !isOf(i, "-wal")) return true;
    const [before = -1, next = -1] = [writes[passed - 1], writes[passed]];
    return isHeader(events[before]) || isOf(next, "");
  });
}

/** The file of each event that names one by its descriptor. */
function pathsOf(events: readonly Event[]): readonly (string | undefined)[] {
  const open = new Map<number, string>();
  return events.map((event) => {
    if (event.type === "open") open.set(event.fd, event.path);
    return "fd" in event ? open.get(event.fd) : undefined;
  });
}

/** Of a log that begins anew. */
function isHeader(event: Event | undefined): boolean {
  return event?.type === "write" && event.offset === 0 && event.bytes.length === 32;
}
