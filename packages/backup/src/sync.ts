import { closeSync, fsyncSync, openSync } from "node:fs";

/** Waits until the disk has a file, or what a folder says of its files. */
export function sync(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
