const cleanups: (() => Promise<unknown>)[] = [];

/** For what must not outlive the test file, or the proof, however it ends. */
export function cleanUp(cleanup: () => Promise<unknown>): void {
  cleanups.push(cleanup);
}

/** In reverse: a server goes before the directory that it writes to. */
export async function cleanUpAll(): Promise<void> {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
}
