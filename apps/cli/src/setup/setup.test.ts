import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { admin, aPlace } from "../../testing/place.ts";
import type { Outcome } from "../../testing/shell.ts";

describe("katkey init", () => {
  it("makes an installation with its administrator and first organization, which signs in at the server", async () => {
    const { data, katkey, start } = await aPlace();
    const made = await katkey(["init", "--organization", "Acme", "--json"], admin);
    expect(made).toMatchObject({ code: 0, stderr: "" });
    const { organization, administrator } = JSON.parse(made.stdout);
    expect({ organization, administrator }).toEqual({
      organization: { id: expect.stringMatching(/^org_/), name: "Acme" },
      administrator: { email: "ada@example.com" },
    });
    expect(
      readdirSync(data)
        .filter((name) => !name.includes("-"))
        .toSorted(),
    ).toEqual(["katkey.db", "usage.db"]);
    expect(statSync(data).mode & 0o777).toBe(0o700);

    const url = await start();
    const body = JSON.stringify({ email: admin.KATKEY_ADMIN_EMAIL, password: admin.KATKEY_ADMIN_PASSWORD });
    const headers = { "content-type": "application/json", origin: url.replace("127.0.0.1", "localhost") };
    expect((await fetch(`${url}/auth/sign-in/email`, { method: "POST", body, headers })).status).toBe(200);
    const issued = await katkey(["keys", "issue", "Shop", "--organization", organization.id]);
    const token = { authorization: `Bearer ${issued.stdout.trim()}` };
    expect((await fetch(`${url}/v1/user`, { headers: token })).status).toBe(200);
    const again = await katkey(["setup-link", "--json"]);
    expect(JSON.parse(again.stderr)).toMatchObject({ error: { code: "setup_done" } });
  });

  it("without an administrator leaves the first account to the setup link", async () => {
    const { katkey } = await aPlace();
    const made = await katkey(["init"]);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining("katkey setup-link") });
    const [first, second] = [await katkey(["setup-link"]), await katkey(["setup-link"])];
    for (const { code, stdout } of [first, second]) {
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: expect.stringMatching(/^http:\/\/localhost:\d+\/setup#\S{43}\n$/),
      });
    }
    expect(first.stdout).not.toBe(second.stdout);
  });

  it.each([
    [
      "an installation",
      (_data: string, katkey: (typed: readonly string[]) => Promise<Outcome>) => katkey(["init"]),
    ],
    [
      "something else",
      async (data: string) => {
        mkdirSync(data);
        writeFileSync(join(data, "photo.jpg"), "");
      },
    ],
  ])("refuses where there is %s, and leaves it so", async (_, make) => {
    const { data, katkey } = await aPlace();
    await make(data, katkey);
    const before = readdirSync(data);
    const { code, stdout, stderr } = await katkey(["init"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /is not empty: there is an installation already, or something else\. Start what is there, or set KATKEY_DATA_DIR to another place\.\n$/,
    );
    expect(readdirSync(data)).toEqual(before);
  });

  it("makes nothing of settings that are wrong", async () => {
    const { data, katkey } = await aPlace();
    const short = { ...admin, KATKEY_ADMIN_PASSWORD: "short" };
    expect((await katkey(["init"], short)).code).toBe(2);
    const ownerless = await katkey(["init", "--organization", "Acme"]);
    expect(ownerless.stderr).toMatch(/^An organization needs an owner: set KATKEY_ADMIN_EMAIL/);
    expect((await katkey(["init", "--organization", " "], admin)).stderr).toMatch(/^organization: /);
    expect(statSync(data, { throwIfNoEntry: false })).toBeUndefined();
  });
});
