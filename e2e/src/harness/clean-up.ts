const cleanups: (() => Promise<unknown>)[] = [];

/** For what must not outlive the test file, or the proof, however it ends. */
export function cleanUp(cleanup: () => Promise<unknown>): void {
  cleanups.push(cleanup);
}

/** In reverse: a server goes before the directory that it writes to. */
export async function cleanUpAll(): Promise<void> {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
}

const deadly = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** Also when a signal ends this process. */
export function cleanUpOnSignals(): void {
  for (const [signal, number] of Object.entries(deadly)) {
    process.once(signal, () => void cleanUpAll().finally(() => process.exit(128 + number)));
  }
}
