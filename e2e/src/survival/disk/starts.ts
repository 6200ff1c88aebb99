import { startServer } from "../../harness/server.ts";
import { aSmallDisk, type SmallDisk } from "./small-disk.ts";

/** A start on a disk that cannot be written to says so in one sentence, and fails. */
export async function startsAnyway(full: SmallDisk): Promise<readonly string[]> {
  full.fill();
  const found = [
    ...(await wrongStart("full", full.directory)),
    ...(await wrongStart("read-only", aSmallDisk(1, ",ro").directory)),
  ];
  full.free();
  return found;
}

async function wrongStart(disk: string, dataDir: string): Promise<readonly string[]> {
  const failure = await startServer({ dataDir }).then(
    async (server) => {
      await server.stop();
      return "it started";
    },
    (error: unknown) => String(error),
  );
  const isOneSentence = /ended with code 1:\n[^\n]+\.\n$/.test(failure);
  return isOneSentence ? [] : [`a start on a ${disk} disk: ${failure}`];
}
