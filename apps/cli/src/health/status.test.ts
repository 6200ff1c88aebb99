import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFreePort } from "../../testing/server.ts";
import { admin, aPlace, untilItIsGone } from "../../testing/place.ts";

describe("katkey status", () => {
  it("says how the installation is beside its server, and exits with 1 once nobody answers", async () => {
    const { katkey, start } = await aPlace();
    await katkey(["init"]);
    const still = await katkey(["status"]);
    expect(still).toMatchObject({ code: 1, stderr: "" });
    expect(still.stdout).toMatch(
      /^server +http:\/\/127\.0\.0\.1:\d+ does not answer\. Start it with npm start; /,
    );
    await start();
    const running = await katkey(["status", "--json"]);
    expect(JSON.parse(running.stdout)).toMatchObject({
      well: true,
      server: { ready: true, says: "ok" },
      troubles: [],
      sqliteVersion: expect.stringMatching(/^3\./),
      freeBytes: expect.any(Number),
    });
    expect(running.code).toBe(0);
    expect((await katkey(["status"])).stdout).toMatch(/\nschema +keys\/\d{4}_\S+, since 20\S+Z\n/);
  });

  it("says whether the server answers also when what it runs on cannot be read", async () => {
    const { data, katkey, start } = await aPlace();
    await katkey(["init"]);
    const url = await start();
    rmSync(join(data, "usage.db"));
    await untilItIsGone(url);
    const { code, stdout } = await katkey(["status"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^server +do not stop it: .*"Damaged files", says how\. http:\S+ is ready: degraded\ntroubles +database_gone\n$/,
    );
    rmSync(join(data, "session-secret"));
    expect((await katkey(["status"])).stdout).toMatch(
      /^server +do not stop it: .* is ready: degraded; whether it is of this data directory could not be found out\ntroubles +database_gone\n/,
    );
  });

  it("takes no server for this one's that is on other data, nor another program", async () => {
    const [one, other] = [await aPlace(), await aPlace()];
    for (const { katkey } of [one, other]) await katkey(["init"]);
    await other.start();
    const { code, stdout } = await one.katkey(["status"], { PORT: other.settings.PORT });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^server +http:\S+ is answered by something else: .* Set HOST and PORT here/);
    expect(stdout).toMatch(/\nstart +.*: Cannot listen on 127\.0\.0\.1, port \d+: another program uses it; /);
    expect((await other.katkey(["status"])).code).toBe(0);
  });

  it("finds the server where it listens, and says what runs there, whatever this shell has set", async () => {
    const { katkey, settings, start } = await aPlace();
    await katkey(["init"]);
    const port = await aFreePort();
    await start({ PORT: port, KATKEY_PROCESSES: "2" });
    const told = await katkey(["status", "--json"]);
    expect(settings.PORT).not.toBe(port);
    expect(JSON.parse(told.stdout)).toMatchObject({
      well: true,
      server: { url: `http://127.0.0.1:${port}`, ours: true },
      starts: { last: { version: "0.1.0", processes: 2 }, before: null },
    });
    const { stdout } = await katkey(["status"]);
    expect(stdout).toMatch(/\nstarted +20\S+Z: 0\.1\.0/);
    expect(stdout).toMatch(/\nprocesses +2\n/);
  });

  it("says under which settings a start would be refused, beside a server that runs", async () => {
    const { katkey, start } = await aPlace();
    await katkey(["init", "--organization", "Acme"], admin);
    await start();
    const { code, stdout } = await katkey(["status"], { KATKEY_SEAL_KEY: "01".repeat(32) });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^server +http:\S+ is ready: ok\nstart +with the settings of this shell .* is not sealed, /,
    );
    expect(stdout).not.toContain("troubles");
  });
});
