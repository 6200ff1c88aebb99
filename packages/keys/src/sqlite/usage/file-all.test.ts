import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import { aUse } from "../../testing/usage-log-contract.ts";
import { openDatabase, usageMigrations } from "../index.ts";
import { prepareFileAll } from "./file-all.ts";
import { prepareFiling } from "./filing.ts";
import { prepareUseJournal } from "./use-journal.ts";

const fail = (cause: unknown) => expect.fail(String(cause));

/** A journal of 100 rows; `comes` is done after each piece. */
function aJournal(comes: (pieces: number) => void) {
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  onTestFinished(() => void database.close());
  const journal = prepareUseJournal(database);
  for (let row = 0; row < 100; row += 1) journal.append([aUse()]);
  const filing = prepareFiling(database, journal, fail);
  let pieces = 0;
  const step = () => {
    const isMore = filing.step();
    comes((pieces += 1));
    return isMore;
  };
  const fileAll = prepareFileAll({ journal, filing: { step } }, fail);
  const countFiled = () => database.prepare("select sum(requests) from usage_hour").pluck().get();
  const other = prepareFiling(database, journal, fail);
  return { journal, fileAll, countFiled, other, countPieces: () => pieces };
}

it("files what is there when it begins, and nothing of what comes all the time", async () => {
  const { journal, fileAll, countFiled } = aJournal(() => journal.append([aUse()]));
  await fileAll();
  expect(countFiled()).toBe(100);
  expect(journal.countRows()).toBeGreaterThan(0);
});

it("has done when others have filed it all, though the journal begins anew", async () => {
  const { journal, fileAll, countFiled, other, countPieces } = aJournal((pieces) => {
    while (pieces === 1 && other.step());
    journal.append([aUse()]);
  });
  await fileAll();
  expect(countPieces()).toBe(1);
  expect(countFiled()).toBe(100);
});
