import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** What is to be done when a test, or all tests of a file, have ended. */
export type WhenDone = (end: () => void) => void;

/** An empty one. */
export function aDirectory(whenDone: WhenDone = onTestFinished): string {
  const directory = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  whenDone(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
