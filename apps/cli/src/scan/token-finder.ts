import { tokenPatternOf } from "@katkey/keys";

/** A token as it stands in some bytes. Lines and columns count from 1, columns in bytes. */
export interface FoundToken {
  readonly token: string;
  readonly line: number;
  readonly column: number;
}

const newline = 10;

/**
 * Finds what has the form of a token in bytes that come in pieces, wherever they are cut: text in any encoding that
 * writes ASCII as it is, and programs as well. The checksum is for whoever looks at what is found.
 */
export function createTokenFinder(brand: string): (piece: Buffer) => readonly FoundToken[] {
  const pattern = new RegExp(tokenPatternOf(brand), "g");
  const beginning = Buffer.from(`${brand}_`);
  // A token with the longest of the prefixes, but for its last byte.
  const longestRest = `${brand}_live_.`.length + 16 + 49 - 1;
  let rest = Buffer.alloc(0);
  let line = 1;
  let column = 1;

  function pass(bytes: Buffer): void {
    const last = bytes.lastIndexOf(newline);
    if (last === -1) {
      column += bytes.length;
      return;
    }
    line += newlinesIn(bytes);
    column = bytes.length - last;
  }

  return (piece) => {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const found: FoundToken[] = [];
    let passed = 0;
    // Most bytes hold nothing that even begins like one, and are not made a text of.
    if (bytes.includes(beginning)) {
      const text = bytes.toString("latin1");
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        pass(bytes.subarray(passed, match.index));
        passed = match.index;
        found.push({ token: match[0], line, column });
        // Another may begin within what only looks like one.
        pattern.lastIndex = match.index + 1;
      }
    }
    // What was found begins before this, or would be found again.
    const kept = Math.max(bytes.length - longestRest, found.length > 0 ? passed + 1 : 0, 0);
    pass(bytes.subarray(passed, kept));
    rest = Buffer.from(bytes.subarray(kept));
    return found;
  };
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}
