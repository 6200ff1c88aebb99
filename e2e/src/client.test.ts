import { expect, it } from "vitest";
import { createKatkey, KatkeyUnavailableError, type Katkey } from "../../packages/client/src/index.ts";
import { openDashboard, unattended } from "./harness/dashboard.ts";
import { liftCaps } from "./harness/database.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

const askers = 20;

/** A busy machine takes its time. */
const patience = { timeout: 60_000 };

/** A server, a key of one of its organizations, and a client for whoever checks such keys. */
async function aDesk() {
  const server = await startServer({ env: unattended });
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  const { key, token } = await dashboard.keys.issue.mutate({
    organizationId,
    key: { name: "Warehouse", environment: "live" },
  });
  const service = await dashboard.instance.serviceTokens.issue.mutate({
    name: "Order API",
    organizations: null,
    expiresAt: null,
  });
  liftCaps(server);
  const katkey = createKatkey({
    url: server.origin,
    serviceToken: service.token,
    // Longer than a start takes there.
    timeoutMilliseconds: 60_000,
    retries: 100,
  });
  return { server, dashboard, organizationId, key, token, service, katkey };
}

/** Asks over and over until it is told to stop; what it was told, and what went wrong. */
function hammer(katkey: Katkey, token: string) {
  const codes: string[] = [];
  const failures: unknown[] = [];
  let going = true;
  const ended = Promise.all(
    Array.from({ length: askers }, async () => {
      while (going) {
        const asked = katkey.verify({ token, method: "GET", route: "/orders/:id" });
        await asked.then(
          ({ code }) => codes.push(code),
          (error: unknown) => failures.push(error),
        );
      }
    }),
  );
  const stop = () => {
    going = false;
    return ended;
  };
  return { codes, failures, stop };
}

const restarted = ({ dataDir, origin }: RunningServer) =>
  startServer({ dataDir, env: unattended, port: Number(new URL(origin).port) });

it("a restart fails no question of a client, and each is counted once", async ({ annotate }) => {
  const { server, organizationId, key, token, katkey } = await aDesk();
  const { codes, failures, stop } = hammer(katkey, token);
  await expect.poll(() => codes.length, patience).toBeGreaterThan(300);
  expect(await server.stop()).toBe(0);
  const again = await restarted(server);
  const before = codes.length;
  await expect.poll(() => codes.length, patience).toBeGreaterThan(before + 300);
  await stop();
  expect(failures).toEqual([]);
  expect(new Set(codes)).toEqual(new Set(["valid"]));
  const { secrets } = await (await openDashboard(again)).keys.get.query({ organizationId, keyId: key.id });
  expect(secrets[0]?.lastUse?.requests).toBe(codes.length);
  await annotate(`${codes.length} questions of ${askers} askers`);
});

it("when the server is killed, nobody is let in by mistake, and nothing is counted twice", async () => {
  const { server, organizationId, key, token, katkey } = await aDesk();
  const { codes, failures, stop } = hammer(katkey, token);
  await expect.poll(() => codes.length, patience).toBeGreaterThan(300);
  await server.kill();
  const again = await restarted(server);
  await stop();
  expect(new Set(codes)).toEqual(new Set(["valid"]));
  for (const failure of failures) {
    expect(failure).toBeInstanceOf(KatkeyUnavailableError);
    expect(failure).toMatchObject({ mayHaveCounted: true });
  }
  const { secrets } = await (await openDashboard(again)).keys.get.query({ organizationId, keyId: key.id });
  const counted = secrets[0]?.lastUse?.requests ?? 0;
  // Those whose answer was lost may have been counted, and no other.
  expect(counted).toBeGreaterThanOrEqual(codes.length);
  expect(counted).toBeLessThanOrEqual(codes.length + failures.length);
});

it("a revoked service token is told apart from a revoked key", async () => {
  const { dashboard, organizationId, key, token, service, katkey } = await aDesk();
  await dashboard.keys.revoke.mutate({ organizationId, keyId: key.id, revocation: { reason: "unused" } });
  expect(await katkey.verify({ token })).toMatchObject({ valid: false, code: "key_revoked" });
  await dashboard.instance.serviceTokens.revoke.mutate({ id: service.serviceToken.id });
  await expect(katkey.verify({ token })).rejects.toMatchObject({ code: "service_token_refused" });
});
