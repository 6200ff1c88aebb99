import type { Event } from "./trace.ts";

/**
 * A trace as if the database had run `synchronous=NORMAL`: its log is synced before it is written back, and at no
 * commit. It shows what FULL is for, and that a sync that were missing would be noticed.
 */
export function onlyAtCheckpoints(events: readonly Event[], file: string): readonly Event[] {
  const fds = new Map<number, string>();
  const kept: Event[] = [];
  let nextWrite: string | undefined;
  // Backwards, because what comes next decides; the names of the descriptors first, because they come before.
  const named = events.map((event) => {
    if (event.type === "open") fds.set(event.fd, event.path);
    return "fd" in event ? fds.get(event.fd) : undefined;
  });
  for (const [i, event] of [...events.entries()].toReversed()) {
    const path = named[i] ?? "";
    const isOurs = path.endsWith(file) || path.endsWith(`${file}-wal`);
    if (event.type === "write" && isOurs) nextWrite = path;
    const isOfCommit =
      event.type === "sync" && path.endsWith(`${file}-wal`) && nextWrite?.endsWith(file) !== true;
    if (!isOfCommit) kept.push(event);
  }
  return kept.toReversed();
}
