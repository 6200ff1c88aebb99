import { randomBytes } from "node:crypto";
import { dashboardOf, signIn, unattended } from "../../harness/dashboard.ts";
import { startServer, temporaryDirectory, type RunningServer } from "../../harness/server.ts";
import { copyOf, type Token } from "../corruption/installation.ts";

/** A sealed installation whose keys have ended in several ways, and how its files were before. */
export interface SealedInstallation {
  readonly dataDir: string;
  /** What somebody may have copied while every key was good. */
  readonly before: string;
  /** Of an organization that did everything. */
  readonly organizationId: string;
  readonly tokens: readonly Token[];
  readonly env: Readonly<Record<string, string>>;
}

const ofEachKind = 5;

export async function makeSealedInstallation(): Promise<SealedInstallation> {
  const dataDir = temporaryDirectory();
  const env = { ...unattended, KATKEY_SEAL_KEY: randomBytes(32).toString("hex") };
  const first = await startServer({ dataDir, env });
  const { organizationId, keys } = await issueKeys(first);
  await first.stop();
  const before = copyOf(dataDir);
  const second = await startServer({ dataDir, env });
  const tokens = await endSome(second, { organizationId, keys });
  await second.stop();
  return { dataDir, before, organizationId, tokens, env };
}

type Issued = Awaited<ReturnType<typeof issueKeys>>;

async function issueKeys(server: RunningServer) {
  const dashboard = dashboardOf(server, await signIn(server));
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Sealed" });
  await dashboard.instance.changePlan.mutate({ organizationId, plan: "enterprise" });
  const names = Array.from({ length: ofEachKind }, (_, i) =>
    ["Active", "Rotated", "Revoked"].map((kind) => `${kind} ${i}`),
  );
  const keys = [];
  for (const name of names.flat()) {
    const issued = await dashboard.keys.issue.mutate({ organizationId, key: { name, environment: "live" } });
    keys.push({
      name,
      id: issued.key.id,
      publicKeyId: issued.key.secrets[0]?.publicKeyId ?? "",
      token: issued.token,
    });
  }
  return { organizationId, keys };
}

async function endSome(server: RunningServer, { organizationId, keys }: Issued): Promise<readonly Token[]> {
  const dashboard = dashboardOf(server, await signIn(server));
  const tokens: Token[] = [];
  for (const { name, id: keyId, publicKeyId, token } of keys) {
    if (name.startsWith("Revoked"))
      await dashboard.keys.revoke.mutate({ organizationId, keyId, revocation: { reason: "compromised" } });
    tokens.push({ token, good: name.startsWith("Active") });
    if (!name.startsWith("Rotated")) continue;
    const rotation = { overlapSeconds: 0, replaces: publicKeyId };
    const rotated = await dashboard.keys.rotate.mutate({ organizationId, keyId, rotation });
    tokens.push({ token: rotated.token, good: true });
  }
  return tokens;
}
