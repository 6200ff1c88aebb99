import { hash } from "node:crypto";
import { getMigrations } from "better-auth/db/migration";
import Sqlite from "better-sqlite3";
import { prepareCopyRow } from "../generated/copy-row.ts";
import { tokenOf } from "../generated/token-of.ts";
import { createApiKeyAuth } from "./api-key-auth.ts";

/** A file of better-auth's own schema with so many keys: the first as better-auth made it, the others its copies. */
export async function fillApiKeys(path: string, keys: number): Promise<void> {
  const database = new Sqlite(path);
  database.pragma("journal_mode = wal");
  // A run that breaks starts over: nothing here has to survive anything.
  database.pragma("synchronous = off");
  const auth = createApiKeyAuth(database);
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  const person = { name: "Olivia", email: "olivia@example.com", password: "a password for the bench" };
  const { user } = await auth.api.signUpEmail({ body: person });
  await auth.api.createApiKey({ body: { name: "First", userId: user.id } });
  const copy = prepareCopyRow(database, "apikey");
  database.transaction(() => {
    for (let i = 0; i < keys; i += 1) {
      const token = tokenOf(i);
      copy({ id: `key${i}`, key: hash("sha256", token, "base64url"), start: token.slice(0, 6) });
    }
  })();
  database.close();
}
