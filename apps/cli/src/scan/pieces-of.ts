import { constants, type Stats } from "node:fs";
import { open } from "node:fs/promises";

const pieceBytes = 1 << 18;

/** Of what says that it has no bytes, and is made while it is read, as in `/proc`. */
const mostUnsized = 16 * 1024 * 1024;

const blockBytes = 512;

/** From where on a file that says it has more than its disk is not believed, and how much more that is. */
const manyBytes = 2 ** 30;
const mostHoles = 1_000;

/** Named as the system names its faults. */
class FileFault extends Error {
  readonly code: "no file" | "nearly all holes";

  constructor(code: FileFault["code"]) {
    super(code);
    this.code = code;
  }
}

/** What a file has at the moment, in pieces: what is written to it meanwhile is not waited for. */
export async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  // Without waiting, should it have become a pipe since it was found.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new FileFault("no file");
    if (isNearlyAllHoles(found)) throw new FileFault("nearly all holes");
    const end = (found.size || mostUnsized) - 1;
    yield* file.createReadStream({ highWaterMark: pieceBytes, end, autoClose: false });
  } finally {
    await file.close();
  }
}

/** A disk that packs what it keeps does not save as much. */
function isNearlyAllHoles({ size, blocks }: Stats): boolean {
  return size > manyBytes && size > mostHoles * blocks * blockBytes;
}
