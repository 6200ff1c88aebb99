import { rmSync } from "node:fs";
import { join } from "node:path";
import { installation, verifyServiceToken } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { anInstallation } from "../../testing/installation.ts";

async function setUp() {
  const { directory, katkey, desk, organization, usage, audit } = await anInstallation();
  return {
    loseUses: () => rmSync(join(directory, "usage.db")),
    katkey: (...typed: readonly string[]) => katkey("service-tokens", ...typed),
    judge: (token: string) =>
      verifyServiceToken(desk.serviceTokens, token.trim(), { brand: "kat", now: Date.now() }),
    organization,
    usage,
    audit,
  };
}

const tokenLine = /^kat_svc_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}\n$/;

describe("katkey service-tokens", () => {
  it("issues beside the running server, with the token alone on the standard output", async () => {
    const { katkey, judge, organization, audit } = await setUp();
    const { code, stdout, stderr } = await katkey("issue", "Gateway", "--organization", organization.id);
    expect(stdout).toMatch(tokenLine);
    expect(stderr).toMatch(
      /^The service token Gateway \(svt_\w+\) is for Acme \(org_\w+\)\. This is its token\./,
    );
    expect(stderr).not.toContain(stdout.slice(26, 60));
    expect(code).toBe(0);
    expect(await judge(stdout)).toMatchObject({ valid: true, record: { organizations: [organization.id] } });
    const { items } = await audit.list(installation, { limit: 10 });
    expect(items).toMatchObject([
      {
        action: "service_token.issued",
        actor: { type: "operator", id: null, label: "katkey service-tokens issue" },
        object: { label: "Gateway" },
      },
    ]);
    expect(JSON.stringify(items)).not.toContain(stdout.slice(26, 60));
  });

  it("lists, rotates and revokes, and a program can read it", async () => {
    const { katkey, judge, audit, usage } = await setUp();
    const issued = JSON.parse((await katkey("issue", "Edge", "--all-organizations", "--json")).stdout);
    const { id } = issued.serviceToken;
    expect(JSON.parse((await katkey("list", "--json")).stdout)).toMatchObject([
      { ...issued.serviceToken, lastUse: null },
    ]);

    usage
      .prepare("insert into service_secret_use (public_key_id, at, address) values (?, ?, '192.0.2.9')")
      .run(issued.serviceToken.secrets[0].publicKeyId, Date.UTC(2026, 10, 22, 12));
    const rotated = await katkey("rotate", id, "--overlap", "3600");
    expect(rotated.stdout).toMatch(tokenLine);
    expect(await judge(issued.token)).toMatchObject({ valid: true });
    expect((await katkey("list")).stdout).toMatch(
      /^svt_\w+ {2}rotating {2}Edge {2}kat_svc_….{4} {2}used 2026-11-22T12:00:00\.000Z from 192\.0\.2\.9 {2}never expires {2}all organizations\n$/,
    );
    expect((await katkey("revoke", id, "--retiring")).stdout).toBe("The old token of Edge is refused now.\n");
    expect(await judge(issued.token)).toMatchObject({ reason: "retired" });
    expect(await judge(rotated.stdout)).toMatchObject({ valid: true });
    expect((await katkey("revoke", id)).stdout).toBe("Edge is revoked.\n");
    expect(await judge(rotated.stdout)).toMatchObject({ reason: "revoked" });
    expect((await katkey("list")).stdout).toBe("There are none.\n");
    expect((await katkey("list", "--all")).stdout).toMatch(/^svt_\w+ {2}revoked {2}Edge/);
    expect(await audit.verify(installation)).toMatchObject({ intact: true, entries: 4 });
  });

  it("does not call one never used where its uses cannot be read", async () => {
    const { katkey, loseUses } = await setUp();
    await katkey("issue", "Edge", "--all-organizations");
    loseUses();
    const { code, stdout, stderr } = await katkey("list");
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("  last use unknown  ") });
    expect(stderr).toMatch(/no last use is known: katkey doctor says why\.\n$/);
    expect(JSON.parse((await katkey("list", "--json")).stdout)[0]).not.toHaveProperty("lastUse");
  });

  it.each([
    [["issue", "Edge"], "Say either --organization <id>, as often as needed, or --all-organizations."],
    [
      ["issue", "Edge", "--all-organizations", "--organization", "org_1"],
      "Say either --organization <id>, as often as needed, or --all-organizations.",
    ],
    [
      ["issue", "Edge", "--organization", "org_nobody"],
      "There is no such organization. katkey org list says which there are.",
    ],
    [["issue", " ", "--all-organizations"], "name: Must not be empty."],
    [
      ["issue", "Edge", "--all-organizations", "--expires", "2020-01-01"],
      "A service token can only expire in the future.",
    ],
    [
      ["issue", "Edge", "--all-organizations", "--forever"],
      "Unknown option '--forever'. katkey service-tokens issue --help says what can be typed.",
    ],
    [
      ["rotate", "svt_none"],
      "There is no such service token. katkey service-tokens list says which there are.",
    ],
    [
      ["rotate", "key_1"],
      "key_1 is no id of a service token, which begins with svt_: katkey service-tokens list says it.",
    ],
    [["rotate", "svt_none", "--overlap", "2592001"], expect.stringMatching(/^--overlap: /)],
    [["rotate", "svt_none", "--overlap", "31d"], expect.stringMatching(/^--overlap: /)],
    [
      ["issue", "Edge", "--all-organizations", "--expires", "tomorrow"],
      expect.stringMatching(/^--expires: .* 90d\.$/),
    ],
    [["rotate", "svt_none", "--overlap", ""], expect.stringMatching(/^--overlap: /)],
    [
      ["revoke", "svt_none"],
      "There is no such service token. katkey service-tokens list says which there are.",
    ],
  ])("refuses %j in one sentence, writes nothing, and exits with 2", async (typed, sentence) => {
    const { katkey, audit } = await setUp();
    const { code, stdout, stderr } = await katkey(...typed);
    expect({ code, stdout, stderr: stderr.trim() }).toEqual({ code: 2, stdout: "", stderr: sentence });
    expect(await audit.verify(installation)).toMatchObject({ entries: 0 });
  });
});
