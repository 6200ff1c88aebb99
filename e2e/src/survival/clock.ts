import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getUser, openDashboard, unattended, type Dashboard } from "../harness/dashboard.ts";
import { withDatabase } from "../harness/database.ts";
import { startServer, temporaryDirectory, type RunningServer } from "../harness/server.ts";
import type { ProofOptions, Report } from "./report.ts";

const hour = 3_600_000;
const year = 365 * 24 * hour;
const preload = new URL("clock/moved-clock.mjs", import.meta.url).href;

const perMinute = 40;

/** In this order; between the third and the fourth the server is started anew. */
const moves = [
  { name: "as it is", by: 0 },
  { name: "+2 h", by: 2 * hour },
  { name: "−1 h", by: -hour },
  { name: "−1 h, started anew", by: -hour },
  { name: "+10 years", by: 10 * year },
  { name: "−1 h again", by: -hour },
] as const;

/** Moves the clock of a server at work, and looks who is let in, how many requests a limit allows, and the log's order. */
export async function clock({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const violations: string[] = [];
  let operations = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const told = await moveAbout();
    operations += told.asked;
    violations.push(...told.violations.map((violation) => `round ${round}: ${violation}`));
    say(`${round} of ${rounds}: ${told.violations.join("; ") || "nothing violated"}`);
  }
  return {
    promise:
      "What has expired, been retired or been revoked stays so whatever happens to the clock; limits and the log do not notice.",
    of: "servers, each with five moves of its clock",
    runs: rounds,
    operations,
    counted: "requests",
    violations,
    worst: `no expired, retired or revoked token was let in; each limit allowed ${perMinute} of ${2 * perMinute} requests, over all moves`,
  };
}

/** Who is let in at first, and after the clock went two hours ahead. */
interface Token {
  readonly what: string;
  readonly token: string;
  readonly before: boolean;
  readonly after: boolean;
}

async function moveAbout() {
  const directory = temporaryDirectory();
  const file = join(directory, "offset");
  const set = async (by: number) => {
    writeFileSync(file, String(by));
    await sleep(30);
  };
  await set(0);
  const env = { ...unattended, NODE_OPTIONS: `--import ${preload}`, PROOF_CLOCK: file };
  const dataDir = join(directory, "data");
  let server = await startServer({ dataDir, env });
  const dashboard = await openDashboard(server);
  const tokens = await issueAll(dashboard);
  const limited = await aLimited(dashboard);

  const violations: string[] = [];
  let [asked, allowed] = [0, 0];
  for (const [index, { name, by }] of moves.entries()) {
    await set(by);
    if (index === 3) {
      // The mark is kept at once after a leap, and looked at each second.
      await sleep(1_500);
      await server.stop();
      server = await startServer({ dataDir, env });
    }
    for (const { what, token, before, after } of tokens) {
      const isIn = (await getUser(server, token)).ok;
      asked += 1;
      if (isIn !== (index === 0 ? before : after))
        violations.push(`${name}: ${what} was ${isIn ? "" : "not "}let in`);
    }
    // A start forgets what was in the window, so the limit is looked at before it.
    if (index < 3) allowed += await countAllowed(server, limited);
    await addEntry(dashboard, index, violations);
  }
  if (allowed !== perMinute) violations.push(`the limit of ${perMinute} allowed ${allowed}`);
  violations.push(...unordered(server));
  await server.stop();
  return { violations, asked: asked + 2 * perMinute };
}

async function issueAll(dashboard: Dashboard): Promise<readonly Token[]> {
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Clock" });
  const issue = async (name: string, expiresIn: number | null) => {
    const expiresAt = expiresIn === null ? null : new Date(Date.now() + expiresIn).toISOString();
    return dashboard.keys.issue.mutate({ organizationId, key: { name, environment: "live", expiresAt } });
  };
  const [expiring, lasting, endless] = [
    await issue("a", hour),
    await issue("b", 5 * year),
    await issue("c", null),
  ];
  const [rotated, revoked] = [await issue("d", null), await issue("e", null)];
  const [{ publicKeyId: replaces } = { publicKeyId: "" }] = rotated.key.secrets;
  const rotation = { overlapSeconds: 3_600, replaces };
  await dashboard.keys.rotate.mutate({ organizationId, keyId: rotated.key.id, rotation });
  const revocation = { reason: "compromised" } as const;
  await dashboard.keys.revoke.mutate({ organizationId, keyId: revoked.key.id, revocation });
  return [
    { what: "a key that expires in an hour", token: expiring.token, before: true, after: false },
    { what: "a key that expires in five years", token: lasting.token, before: true, after: true },
    { what: "a key that never expires", token: endless.token, before: true, after: true },
    { what: "a secret whose overlap ends in an hour", token: rotated.token, before: true, after: false },
    { what: "a revoked key", token: revoked.token, before: false, after: false },
  ];
}

async function aLimited(dashboard: Dashboard): Promise<string> {
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Limited" });
  const asked = { organizationId, requestsPerMinute: perMinute };
  await dashboard.instance.changeRequestLimit.mutate(asked);
  const key = { name: "limited", environment: "live" } as const;
  return (await dashboard.keys.issue.mutate({ organizationId, key })).token;
}

/** A third of twice as many as are allowed. */
async function countAllowed(server: RunningServer, token: string): Promise<number> {
  let allowed = 0;
  for (let n = 0; n < Math.ceil((2 * perMinute) / 3); n += 1)
    if ((await getUser(server, token)).ok) allowed += 1;
  return allowed;
}

/** So that the log has entries of every time. The clock signs out who is signed in; the one before is enough then. */
async function addEntry(dashboard: Dashboard, index: number, violations: string[]): Promise<void> {
  if (index >= 3) return;
  await dashboard.organizations.create
    .mutate({ name: `At ${index}` })
    .catch((error: unknown) => violations.push(String(error)));
}

/** Entries stand in the order of their numbers, whose times never go back here. */
function unordered(server: RunningServer): readonly string[] {
  return withDatabase(server, (database) =>
    database
      .prepare<[], string>(
        `select later.organization_id || ' ' || later.seq from audit_entry earlier
         join audit_entry later on later.organization_id = earlier.organization_id and later.seq = earlier.seq + 1
         where later.at < earlier.at`,
      )
      .pluck()
      .all()
      .map((entry) => `entry ${entry} is older than the one before it`),
  );
}
