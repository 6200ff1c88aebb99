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

interface Answers {
  /** Made of the secret and of the database that is open; `null`: there was none. */
  readonly answer: string | null;
  /** Made of the secret alone. */
  readonly secretAnswer: string;
}

/** Answers a question. `null`: it is none. */
export type Whose = (asked: string) => Answers | null;

/**
 * How who can read the data directory finds out whether a server that answers is on it: both make the same of a question
 * that nobody has asked before. To all others the answer means nothing. A copy of the directory has the same secret, but
 * its database is another file; so has a directory under whose server the database was replaced.
 */
export function createWhose({ secret, path }: DataOfServer): Whose {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "katkey whose server", 32));
  const answerTo = (text: string) => createHmac("sha256", key).update(text).digest("hex");
  // Of the one that is opened, whatever lies there later.
  const file = fileAt(path);
  return (asked) =>
    question.test(asked)
      ? { answer: file && answerTo(`${asked} ${file}`), secretAnswer: answerTo(`${asked} secret`) }
      : null;
}

/** `null`: there is none, or it cannot be reached. */
function fileAt(path: string): string | null {
  try {
    return String(statSync(path, { bigint: true }).ino);
  } catch {
    return null;
  }
}
