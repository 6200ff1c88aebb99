import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openDatabase } from "@katkey/keys/sqlite";
import { noteStart } from "@katkey/server/starts";
import { schema } from "@katkey/server/schema";
import { describe, expect, it, onTestFinished } from "vitest";
import { tamper } from "../../testing/installation.ts";
import { admin, aPlace } from "../../testing/place.ts";
import { aServer } from "../../testing/server.ts";
import type { Settings } from "../../testing/shell.ts";

/** A program that is none of ours. */
async function aTakenPort(): Promise<string> {
  const other = createServer((_, response) => void response.writeHead(404).end("Nothing.")).listen(
    0,
    "127.0.0.1",
  );
  onTestFinished(() => void other.close());
  await once(other, "listening");
  return String((other.address() as AddressInfo).port);
}

function overwriteMiddle(data: string): void {
  const path = join(data, "katkey.db");
  const database = openDatabase({ path, migrations: schema["katkey.db"], now: Date.now() });
  const bytes = database.serialize();
  database.close();
  writeFileSync(path, bytes.fill(0xff, 40_960, 45_056));
}

const start = { at: "2026-11-22T09:00:00.000Z", host: "127.0.0.1", port: 3_000, processes: 1 };

/** What somebody does to an installation, and the settings under which it is started then. */
type Breaking = (data: string) => Settings | void | Promise<Settings>;

describe("what keeps from starting", () => {
  it.each<[string, string, Breaking]>([
    ["a setting", "settings", () => ({ KATKEY_PROCESSES: "none" })],
    ["a restore that was cut off", "start", (data) => mkdirSync(join(data, "restore-unfinished-1"))],
    ["damage that the start looks for", "katkey.db", overwriteMiddle],
    [
      "a newer version",
      "start",
      (data) => tamper(data, "katkey.db", "insert into migration values ('identity/9999_x', 'x', 0)"),
    ],
    [
      "a newer version, of which it is known which one it was",
      "start",
      (data) => {
        noteStart(data, { ...start, version: "0.2.0", commit: "ab".repeat(20) });
        tamper(data, "katkey.db", "insert into migration values ('identity/9999_x', 'x', 0)");
      },
    ],
    ["a missing database", "start", (data) => rmSync(join(data, "katkey.db"))],
    ["a seal's key", "start", () => ({ KATKEY_SEAL_KEY: "01".repeat(32) })],
    [
      "a clock that is years ahead, though the log goes on",
      "start",
      (data) => tamper(data, "katkey.db", "insert into clock_mark values (1, 1000000000000, 0)"),
    ],
    ["a port", "start", async () => ({ PORT: await aTakenPort() })],
  ])(
    "is found by doctor in the start's own words, and status proposes no start: %s",
    async (_, check, breaking) => {
      const { data, settings, katkey } = await aPlace();
      await katkey(["init", "--organization", "Acme"], admin);
      const broken = { ...settings, ...(await breaking(data)) };
      const [doctor, status] = [await katkey(["doctor", "--json"], broken), await katkey(["status"], broken)];
      const { refusal } = await aServer(broken);
      expect(refusal).toMatch(/\.\n$|must be/);
      const { checks } = JSON.parse(doctor.stdout) as { checks: { check: string; findings: string[] }[] };
      expect(checks.find((one) => one.check === check)?.findings).toContain(refusal?.trim());
      expect(doctor.code).toBe(1);
      // It does not read the databases whole.
      if (check !== "start") return;
      expect(checks.flatMap(({ findings }) => findings)).toEqual([refusal?.trim()]);
      expect(status.code).toBe(1);
      expect(status.stdout).toContain(refusal?.trim());
      expect(status.stdout).not.toMatch(/npm start|troubles/);
    },
  );
});
