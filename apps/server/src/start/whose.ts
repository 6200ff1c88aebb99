import { createHmac, hkdfSync } from "node:crypto";
import { statSync } from "node:fs";

/** In which who asks for a server's health asks it, too, whose it is: 32 hex digits of their own choice. */
export const questionHeader = "katkey-question";

const question = /^[0-9a-f]{32}$/;

interface DataOfServer {
  /** Of the file that its owner alone can read. */
  readonly secret: string;
  /** Where its database is. */
  readonly path: string;
}

/** Answers a question. `null`: it is none, or the database is not where it was. */
export type Whose = (asked: string) => string | null;

/**
 * How who can read the data directory finds out whether a server that answers is on it: both make the same of a question
 * that nobody has asked before. To all others the answer means nothing. A copy of the directory has the same secret, but
 * its database is another file.
 */
export function createWhose({ secret, path }: DataOfServer): Whose {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "katkey whose server", 32));
  return (asked) => {
    const file = question.test(asked) ? fileAt(path) : null;
    return file && createHmac("sha256", key).update(`${asked} ${file}`).digest("hex");
  };
}

/** `null`: there is none, or it cannot be reached. */
function fileAt(path: string): string | null {
  try {
    return String(statSync(path, { bigint: true }).ino);
  } catch {
    return null;
  }
}
