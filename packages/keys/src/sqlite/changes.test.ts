import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { prepareWasChanged } from "./changes.ts";

function aFile(journal: "wal" | "delete") {
  const directory = mkdtempSync(join(tmpdir(), "katkey-changes-"));
  const path = join(directory, "katkey.db");
  const opened: Sqlite.Database[] = [];
  const open = () => {
    const database = new Sqlite(path);
    database.pragma(`journal_mode = ${journal}`);
    database.exec("create table if not exists item (id integer primary key, name text)");
    opened.push(database);
    return database;
  };
  const close = () => {
    for (const database of opened) database.close();
    rmSync(directory, { recursive: true });
  };
  return { open, close };
}

describe.each(["wal", "delete"] as const)("a file with the journal %s", (journal) => {
  it("never says that nothing was changed when another connection or its own has committed", () => {
    const commits = fc.array(fc.constantFrom("own", "other", "none", "checkpoint", "rollback"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(commits, (steps) => {
        const { open, close } = aFile(journal);
        const [own, other] = [open(), open()];
        const wasChanged = prepareWasChanged(own);
        wasChanged();
        for (const step of steps) {
          if (step === "own") own.exec("insert into item (name) values ('a')");
          if (step === "other") other.exec("insert into item (name) values ('b')");
          if (step === "rollback") other.exec("begin; insert into item (name) values ('c'); rollback");
          if (step === "checkpoint") other.pragma("wal_checkpoint(truncate)");
          const changed = wasChanged();
          if (step === "own" || step === "other") expect(changed).toBe(true);
          if (step === "none" || step === "rollback") expect(changed).toBe(false);
        }
        close();
      }),
      { numRuns: 30 },
    );
  });
});

it("knows of its own changes in a database that is no file", () => {
  const database = new Sqlite(":memory:");
  onTestFinished(() => void database.close());
  const wasChanged = prepareWasChanged(database);
  expect(wasChanged()).toBe(true);
  expect(wasChanged()).toBe(false);
  database.exec("create table item (id integer); insert into item values (1)");
  expect(wasChanged()).toBe(true);
  expect(wasChanged()).toBe(false);
});
