import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { installation } from "../../audit/audit.ts";
import { issueServiceToken } from "../../service-tokens/issue-service-token.ts";
import { revokeServiceToken } from "../../service-tokens/revoke-service-token.ts";
import { rotateServiceToken } from "../../service-tokens/rotate-service-token.ts";
import { verifyServiceToken } from "../../service-tokens/verify-service-token.ts";
import { noon, openDesk, type TestDesk } from "../../testing/index.ts";

const shell = { type: "shell", command: "katkey" } as const;
const act = { actor: shell, now: noon, address: null, requestId: null };
const request = { name: "Gateway", organizations: null, expiresAt: null };

/** Two processes' connections to one file. */
function twoDesks(): readonly [TestDesk, TestDesk] {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(folder, "katkey.db");
  const desks = [openDesk(path), openDesk(path)] as const;
  onTestFinished(() => {
    for (const desk of desks) desk.close();
    rmSync(folder, { recursive: true });
  });
  return desks;
}

const judge = (desk: TestDesk, token: string) =>
  verifyServiceToken(desk.serviceTokens, token, { brand: "kat", now: noon });

describe("a service token that one connection remembers", () => {
  it("is refused there as soon as another has revoked it", async () => {
    const [here, there] = twoDesks();
    const { record, token } = await issueServiceToken(here, act, request);
    for (let i = 0; i < 3; i += 1) expect(await judge(here, token)).toMatchObject({ valid: true });
    await revokeServiceToken(there, act, record.id);
    expect(await judge(here, token)).toMatchObject({ reason: "revoked" });
  });

  it("is refused there as soon as another has rotated it without an overlap", async () => {
    const [here, there] = twoDesks();
    const { record, token } = await issueServiceToken(here, act, request);
    expect(await judge(here, token)).toMatchObject({ valid: true });
    const { token: next } = await rotateServiceToken(there, act, { id: record.id, overlapSeconds: 0 });
    expect(await judge(here, token)).toMatchObject({ reason: "retired" });
    expect(await judge(here, next)).toMatchObject({ valid: true });
  });

  it("is rotated by one of two that do so at once", async () => {
    const [here, there] = twoDesks();
    const { record } = await issueServiceToken(here, act, request);
    const outcomes = await Promise.allSettled(
      [here, there].map((desk) => rotateServiceToken(desk, act, { id: record.id, overlapSeconds: 60 })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await here.audit.verify(installation)).toMatchObject({ intact: true, entries: 2 });
  });

  it("is not remembered for who presents another secret under its public id", async () => {
    const [here] = twoDesks();
    const { record, token } = await issueServiceToken(here, act, request);
    expect(await judge(here, token)).toMatchObject({ valid: true });
    const { publicKeyId } = record.secrets[0];
    const found = await here.serviceTokens.findSecret(publicKeyId, new Uint8Array(32));
    expect(found).toMatchObject({ publicKeyId });
    expect(found?.hash).not.toEqual(new Uint8Array(32));
  });
});
