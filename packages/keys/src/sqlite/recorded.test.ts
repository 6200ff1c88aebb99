import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { deedOf } from "../deed.ts";
import { revoke } from "../keys/revoke.ts";
import { aKey, anOrganization, openDesk, outcomeOf } from "../testing/index.ts";
import { keysMigrations } from "./file/migrations.ts";
import { keysSealed } from "./seal/sealed-table.ts";

const turns = "select sealed, id, turn from main.seal where turn > ?";

/** What a sealed database's turns are read with after a commit fails with this, each time from when it is said. */
function failing(code: string) {
  const prepare = Sqlite.prototype.prepare;
  let isFailing = false;
  const read = vi.fn<() => void>();
  vi.spyOn(Sqlite.prototype, "prepare").mockImplementation(function (this: Sqlite.Database, sql: string) {
    const statement = prepare.call(this, sql);
    if (sql !== turns) return statement;
    const iterate = statement.iterate.bind(statement);
    return Object.assign(statement, {
      iterate(turn: number) {
        if (!isFailing) return iterate(turn);
        read();
        throw new Sqlite.SqliteError("a page that cannot be read", code);
      },
    });
  });
  onTestFinished(() => void vi.restoreAllMocks());
  return { read, fail: () => (isFailing = true) };
}

it.each(["SQLITE_IOERR_READ", "SQLITE_CORRUPT", "SQLITE_FULL", "SQLITE_BUSY"])(
  "a change that was made is neither made again nor refused when what others have sealed cannot be read after it: %s",
  async (code) => {
    const { read, fail } = failing(code);
    const folder = mkdtempSync(join(tmpdir(), "katkey-"));
    const keys = { current: createSecretKey(randomBytes(32)), earlier: [] };
    const sealing = { keys, tables: keysSealed, migrations: keysMigrations, onBroken() {} };
    const desk = openDesk(join(folder, "katkey.db"), [], sealing);
    onTestFinished(() => {
      desk.close();
      rmSync(folder, { recursive: true });
    });
    const { act } = await anOrganization(desk);
    const { key } = await aKey(desk, act);
    const count = async () => (await desk.audit.count(act.organizationId, {})).entries;
    const before = await count();

    fail();
    expect(await outcomeOf(revoke(desk, act, { keyId: key.id, reason: "unused", text: null }))).toBe("done");
    const object = { type: "key", id: key.id, label: key.name } as const;
    // Nothing in the database keeps this one from being made twice.
    const entry = deedOf(act, { action: "key.exposed", object });
    expect(await outcomeOf(desk.audit.record(entry))).toBe("done");
    expect(await count()).toBe(before + 2);
    expect(read).toHaveBeenCalledTimes(2);
  },
);
