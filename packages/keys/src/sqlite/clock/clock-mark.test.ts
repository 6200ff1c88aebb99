import { expect, it, onTestFinished } from "vitest";
import { installation } from "../../audit/audit.ts";
import { noon } from "../../testing/index.ts";
import { createSqliteAuditLog, createSqliteClockMarks, keysMigrations, openDatabase } from "../index.ts";

const act = {
  actor: { type: "shell", command: "katkey clock reset" },
  now: noon,
  address: null,
  requestId: null,
} as const;

function open() {
  const database = openDatabase({ path: ":memory:", migrations: keysMigrations, now: noon });
  onTestFinished(() => void database.close());
  return { database, marks: createSqliteClockMarks(database), audit: createSqliteAuditLog(database) };
}

it("keeps the latest time that any process has judged by", async () => {
  const { marks } = open();
  expect(marks.find()).toBeNull();
  expect(await marks.raise({ at: noon, resets: 0 })).toEqual({ at: noon, resets: 0 });
  expect(await marks.raise({ at: noon + 60_000, resets: 0 })).toEqual({ at: noon + 60_000, resets: 0 });
  expect(await marks.raise({ at: noon, resets: 0 })).toEqual({ at: noon + 60_000, resets: 0 });
});

it("writes nothing while another process has kept nearly the same", async () => {
  const { database, marks } = open();
  await marks.raise({ at: noon, resets: 0 });
  const changes = () => database.prepare("select total_changes()").pluck().get();
  const before = changes();
  expect(await marks.raise({ at: noon + 4_000, resets: 0 })).toEqual({ at: noon, resets: 0 });
  expect(changes()).toBe(before);
});

it("is put back on record, and not raised again by who does not know of it", async () => {
  const { marks, audit } = open();
  await marks.raise({ at: noon + 1e9, resets: 0 });
  expect(await marks.reset(act, noon)).toEqual({ at: noon + 1e9, resets: 0 });
  expect(await marks.raise({ at: noon + 2e9, resets: 0 })).toEqual({ at: noon, resets: 1 });
  const { items } = await audit.list(installation, { limit: 10 });
  expect(items).toMatchObject([
    {
      action: "clock.reset",
      actor: { type: "operator", label: "katkey clock reset" },
      before: { at: new Date(noon + 1e9).toISOString() },
      after: { at: new Date(noon).toISOString() },
    },
  ]);
});
