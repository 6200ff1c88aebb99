import { createTokenFinder, type FoundToken } from "./token-finder.ts";
import { faultOf, filesUnder } from "./files-under.ts";
import { piecesOf } from "./pieces-of.ts";

export interface Sighting extends FoundToken {
  readonly path: string;
}

/** How far a scan is. */
export interface Scanned {
  readonly files: number;
  readonly bytes: number;
  /** What could not be read, and why: the first of it. */
  readonly unread: readonly { readonly path: string; readonly fault: string }[];
}

interface Scanning {
  readonly brand: string;
  /** What `-` stands for. */
  readonly input: AsyncIterable<Buffer>;
  /** Told every so often of how far it is. */
  readonly onProgress: (scanned: Scanned) => void;
}

const mostUnread = 10_000;
const filesBetween = 5_000;
const bytesBetween = 250_000_000;

/** Finds tokens by their form in files, in all files below directories, and in what comes in. Returns what was read. */
export async function* scanPlaces(
  paths: readonly string[],
  { brand, input, onProgress }: Scanning,
): AsyncGenerator<Sighting, Scanned> {
  const unread: { path: string; fault: string }[] = [];
  const note = (path: string, fault: string) => unread.length < mostUnread && unread.push({ path, fault });
  let [files, bytes] = [0, 0];
  let told = { files: 0, bytes: 0 };

  async function* read(path: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Sighting> {
    files += 1;
    const findIn = createTokenFinder(brand);
    try {
      for await (const piece of pieces) {
        bytes += piece.length;
        for (const found of findIn(piece)) yield { path, ...found };
        tell();
      }
    } catch (error) {
      note(path, faultOf(error));
    }
    tell();
  }

  function tell(): void {
    if (files - told.files < filesBetween && bytes - told.bytes < bytesBetween) return;
    told = { files, bytes };
    onProgress({ files, bytes, unread });
  }

  for (const path of paths) {
    if (path === "-") {
      yield* read("(standard input)", input);
      continue;
    }
    for await (const { path: file, fault } of filesUnder(path)) {
      if (fault !== null) note(file, fault);
      else yield* read(file, piecesOf(file));
    }
  }
  return { files, bytes, unread };
}
