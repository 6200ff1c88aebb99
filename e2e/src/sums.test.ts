import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { withDatabase } from "./harness/database.ts";
import { startServer } from "./harness/server.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** As the operator types it, in the checkout. */
function verifyUsage(dataDir: string): Promise<{ code: number | null; stdout: string }> {
  const { PATH, HOME, TMPDIR } = process.env;
  const options = { cwd: root, env: { PATH, HOME, TMPDIR, KATKEY_DATA_DIR: dataDir } };
  return new Promise((resolve) => {
    const typed = ["run", "--silent", "katkey", "--", "usage", "verify"];
    const child = execFile("npm", typed, options, (_, stdout) => resolve({ code: child.exitCode, stdout }));
  });
}

it("npm run katkey -- usage verify proves the sums beside a running server, and says what differs", async () => {
  const server = await startServer();
  const verdict = "every sum is what was counted, and what is billed.";
  expect(await verifyUsage(server.dataDir)).toEqual({ code: 0, stdout: expect.stringContaining(verdict) });

  const planted = "insert into usage_sum values ('org_1', 'month', 'none', 0, '', 'live', 7, 0, 0)";
  withDatabase(server, (database) => database.exec(planted), "usage.db");
  const { code, stdout } = await verifyUsage(server.dataDir);
  expect(stdout).toContain(
    "org_1 live 1970-01: counted 0 served, 0 refused, 0 failed, but the sum is 7 served",
  );
  expect(code).toBe(1);
});
