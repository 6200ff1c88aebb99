import { cpSync } from "node:fs";
import { join } from "node:path";
import { dashboardOf, getUser, signIn, unattended } from "../../harness/dashboard.ts";
import { liftCaps } from "../../harness/database.ts";
import { startServer, temporaryDirectory, type RunningServer } from "../../harness/server.ts";

/** A token, and whether it lets anybody in. */
export interface Token {
  readonly token: string;
  readonly good: boolean;
}

/** The files of an installation that was stopped, or killed with changes that are only in its logs. */
export interface Installation {
  readonly stopped: string;
  readonly killed: string;
  /** What the killed one has; the stopped one has the first `whenStopped` of them. */
  readonly tokens: readonly Token[];
  readonly whenStopped: number;
}

const keysOfEachKind = 30;

/** Makes an installation whose keys are in every state, and that has counted uses of them. */
export async function makeInstallation(): Promise<Installation> {
  const dataDir = temporaryDirectory();
  const first = await startServer({ dataDir, env: unattended });
  const tokens = [...(await issueKeys(first))];
  const whenStopped = tokens.length;
  await first.stop();
  const stopped = copyOf(dataDir);
  const second = await startServer({ dataDir, env: unattended });
  tokens.push(...(await issueKeys(second)));
  await second.kill();
  return { stopped, killed: copyOf(dataDir), tokens, whenStopped };
}

export function copyOf(dataDir: string): string {
  const copy = join(temporaryDirectory(), "data");
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}

async function issueKeys(server: RunningServer): Promise<readonly Token[]> {
  const dashboard = dashboardOf(server, await signIn(server));
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  liftCaps(server);
  const tokens: Token[] = [];
  for (let i = 0; i < keysOfEachKind; i += 1) {
    const issue = async (name: string) => {
      const key = { name: `${name} ${i}`, environment: "live" } as const;
      return dashboard.keys.issue.mutate({ organizationId, key });
    };
    const [active, rotated, revoked] = [
      await issue("Active"),
      await issue("Rotated"),
      await issue("Revoked"),
    ];
    const rotation = { overlapSeconds: 0, replaces: rotated.key.secrets[0]?.publicKeyId ?? "" };
    const { token } = await dashboard.keys.rotate.mutate({ organizationId, keyId: rotated.key.id, rotation });
    const revocation = { reason: "unused" } as const;
    await dashboard.keys.revoke.mutate({ organizationId, keyId: revoked.key.id, revocation });
    tokens.push(
      { token: active.token, good: true },
      { token, good: true },
      { token: rotated.token, good: false },
      { token: revoked.token, good: false },
    );
  }
  for (const { token } of tokens) await (await getUser(server, token)).arrayBuffer();
  return tokens;
}
