import { randomInt } from "node:crypto";
import type { Event } from "./trace.ts";

/** Files of a disk by their names, byte for byte. */
export type Image = ReadonlyMap<string, Buffer>;

/** What is still only in memory: a part of a page, or a new length. */
type Pending = { readonly offset: number; readonly bytes: Buffer } | { readonly size: number };

interface File {
  /** What a power cut leaves of it. */
  synced: Buffer;
  pending: Pending[];
  /** Whether its directory says that it is there, also after a power cut. */
  linked: boolean;
}

const pageSize = 4_096;

/** A disk that forgets at a power cut what was not synced, as far as a trace tells it. */
export interface Disk {
  apply(event: Event): void;
  /** What is left at a cut now: nothing that was not synced, or some of it, page by page, as chance has it. */
  left(unsynced: "nothing" | "some"): Image;
}

export function createDisk(before: Image, directory: string): Disk {
  const files = new Map<string, File>(
    [...before].map(([path, synced]) => [path, { synced, pending: [], linked: true }]),
  );
  const open = new Map<number, File>();
  const directories = new Set<number>();

  function openFile({ fd, path, creates }: Extract<Event, { type: "open" }>): void {
    directories.delete(fd);
    open.delete(fd);
    if (path === directory) directories.add(fd);
    if (!path.startsWith(`${directory}/`)) return;
    const file =
      files.get(path) ?? (creates ? { synced: Buffer.alloc(0), pending: [], linked: false } : null);
    if (file === null) return;
    files.set(path, file);
    open.set(fd, file);
  }

  return {
    apply(event) {
      switch (event.type) {
        case "open":
          return openFile(event);
        case "close":
          open.delete(event.fd);
          directories.delete(event.fd);
          return;
        case "unlink":
          // As if it had been synced at once: what a lost removal would leave is a log that was written back.
          files.delete(event.path);
          return;
        case "write":
          open.get(event.fd)?.pending.push(...pagesOf(event));
          return;
        case "truncate":
          open.get(event.fd)?.pending.push({ size: event.size });
          return;
        case "sync":
          if (directories.has(event.fd)) for (const file of files.values()) file.linked = true;
          settle(open.get(event.fd));
          return;
        case "answered":
          return;
      }
    },
    left(unsynced) {
      const some = () => unsynced === "some" && randomInt(2) === 1;
      const image = new Map<string, Buffer>();
      for (const [path, { synced, pending, linked }] of files) {
        if (!linked && !some()) continue;
        image.set(path, applied(synced, unsynced === "some" ? pending.filter(some) : []));
      }
      return image;
    },
  };
}

/** Of a write that goes over several pages each can be lost alone. */
function pagesOf({ offset, bytes }: Extract<Event, { type: "write" }>): Pending[] {
  const pages: Pending[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + pageSize - ((offset + at) % pageSize));
    pages.push({ offset: offset + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return pages;
}

function settle(file: File | undefined): void {
  if (file === undefined) return;
  file.synced = applied(file.synced, file.pending);
  file.pending = [];
}

function applied(synced: Buffer, changes: readonly Pending[]): Buffer {
  if (changes.length === 0) return synced;
  let size = synced.length;
  let most = size;
  for (const change of changes) {
    size = "size" in change ? change.size : Math.max(size, change.offset + change.bytes.length);
    most = Math.max(most, size);
  }
  const bytes = Buffer.alloc(most);
  synced.copy(bytes);
  for (const change of changes) {
    if ("bytes" in change) change.bytes.copy(bytes, change.offset);
    else bytes.fill(0, change.size);
  }
  return bytes.subarray(0, size);
}
