import { join } from "node:path";
import { issue } from "@katkey/keys";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { anInstallation, password } from "../../testing/installation.ts";
import { aFreePort, aServer } from "../../testing/server.ts";
import { aShell } from "../../testing/shell.ts";

/** A sealed installation with a key, its server, and somebody who plants a trigger. */
async function aSealedServer(processes: string) {
  const { directory, desk, act, organization, ada, close } = await anInstallation();
  const request = { name: "Shop", note: null, environment: "live", expiresAt: null } as const;
  const { token } = await issue(desk, act, { ...request, scopes: ["keys:read", "keys:write"] });
  close();
  const settings = {
    KATKEY_DATA_DIR: directory,
    KATKEY_LOG_LEVEL: "error",
    KATKEY_SEAL_KEY: "01".repeat(32),
    PORT: await aFreePort(),
  };
  const katkey = aShell(settings);
  await katkey("seal", "apply");
  const { url, end } = await aServer({ ...settings, KATKEY_PROCESSES: processes });
  const intruder = new Sqlite(join(directory, "katkey.db"));
  onTestFinished(() => void intruder.close());
  return {
    katkey,
    url,
    end,
    token,
    organization,
    ada,
    plant: () => void intruder.exec("create trigger evil after insert on audit_entry begin select 1; end"),
    drop: () => void intruder.exec('DROP TRIGGER "evil";'),
  };
}

describe("a server beside which a trigger was planted", () => {
  it("refuses every change, at the API, on pages and at the door, and verifies keys", async () => {
    const { url, token, organization, ada, plant, drop } = await aSealedServer("1");
    const authorization = `Bearer ${token}`;
    const json = { "content-type": "application/json" };
    const origin = url.replace("127.0.0.1", "localhost");
    const post = (path: string, body: object, headers: Record<string, string>) =>
      fetch(`${url}${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { ...json, ...headers },
      });
    const key = { name: "Next", environment: "live" };
    const atTheApi = () => post("/v1/keys", key, { authorization });
    const atTheDoor = () => post("/auth/sign-in/email", { email: ada.email, password }, { origin });
    const [cookie = ""] = (await atTheDoor()).headers.getSetCookie().map((line) => line.split(";")[0]);
    const onPage = (name: string) =>
      post(
        "/trpc/keys.issue",
        { organizationId: organization.id, key: { ...key, name } },
        { origin, cookie },
      );

    plant();
    const refused = [await atTheApi(), await atTheDoor(), await onPage("Page"), await atTheApi()];
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    expect(refused.map(({ headers }) => headers.get("retry-after"))).toEqual(["30", "30", "30", "30"]);
    const said = await Promise.all(refused.map(async (one) => one.json()));
    expect(said).toMatchObject([
      { code: "schema_altered", detail: expect.stringContaining("Nothing was changed.") },
      { code: "schema_altered" },
      { error: { data: { reason: "schema_altered" } } },
      { code: "schema_altered" },
    ]);
    expect((await fetch(`${url}/v1/user`, { headers: { authorization } })).status).toBe(200);

    drop();
    expect((await atTheApi()).status).toBe(201);
    expect((await onPage("Page")).status).toBe(200);
  });

  it("is in trouble in each of its processes, which doctor explains, until it is dropped", async () => {
    const { katkey, url, end, plant, drop } = await aSealedServer("2");
    // Each connection goes to the next process.
    const says = async () => (await fetch(`${url}/readyz`, { headers: { connection: "close" } })).text();
    const both = async () => `${await says()}${await says()}`;
    plant();
    const troubled = '{"status":"degraded","troubles":["schema_altered"]}';
    await expect.poll(both, { timeout: 20_000 }).toBe(troubled + troubled);
    const { stdout: found } = await katkey("doctor");
    expect(found).toMatch(
      /(?:^|\n)start: .* Somebody has added the trigger evil\. .*: DROP TRIGGER "evil";\n/,
    );
    expect(found).toMatch(/\nhealth: Somebody has altered the schema of the database: /);
    drop();
    await expect.poll(both, { timeout: 20_000 }).toBe('{"status":"ok"}{"status":"ok"}');
    await end("SIGTERM");
  });
});

it("is told by katkey doctor where nothing is sealed, too", async () => {
  const { directory, katkey, close } = await anInstallation();
  close();
  const file = new Sqlite(join(directory, "katkey.db"));
  onTestFinished(() => void file.close());
  file.exec("drop trigger audit_entry_never_goes");
  const { code, stdout } = await katkey("doctor");
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /katkey\.db: Somebody has taken away its trigger audit_entry_never_goes\. This statement puts it back: CREATE TRIGGER /,
  );
});
