import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const directories: string[] = [];
process.on("exit", removeTemporaryDirectories);
// Whoever is told to stop leaves nothing behind, either.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** A directory that is gone when the bench ends. `TMPDIR` says on which disk. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "katkey-bench-"));
  directories.push(directory);
  return directory;
}

/** For tests, which are ended without a word. */
export function removeTemporaryDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** The value below which this share of the values lies. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
