import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunningServer } from "./server.ts";

/** What must be readable nowhere, each by what it is. */
export type Secrets = Map<string, string>;

/** The names of the secrets that stand in a text: as they are, in hex, or in base64. */
export function found(text: string, secrets: Secrets): readonly string[] {
  const isIn = (secret: string) => formsOf(secret).some((form) => text.includes(form));
  return [...secrets].filter(([, secret]) => isIn(secret)).map(([name]) => name);
}

const formsOf = (secret: string) => [
  secret,
  Buffer.from(secret).toString("hex"),
  Buffer.from(secret).toString("base64").replace(/=+$/, ""),
];

/** Every file in the server's data directory, but the one that is a secret. */
export const filesOf = ({ dataDir }: Pick<RunningServer, "dataDir">) =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "session-secret")
    .map(({ parentPath, name }) => ({ name, text: readFileSync(join(parentPath, name), "latin1") }));
