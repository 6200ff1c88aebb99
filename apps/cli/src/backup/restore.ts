import { resolve } from "node:path";
import { checkBackup, restoreBackup, type Manifest, type OpenCopy } from "@katkey/backup";
import { installationDeedOf } from "@katkey/keys";
import { createSqliteAuditLog } from "@katkey/keys/sqlite";
import { readConfig, type Config } from "@katkey/server/config";
import { prepareRestored, type Prepared } from "@katkey/server/restored";
import { schema } from "@katkey/server/schema";
import { sealingOf } from "@katkey/server/sealing";
import { defineCommand, type Answer, type Call } from "../command/command.ts";
import { counted } from "../words/counted.ts";
import { linesOfOlder, linesOfReapplied, waitsForSomebody } from "./told-of-reapplied.ts";
import { lineOfManifest } from "./told-of-backup.ts";
import { toldOfUntold } from "./told-of-untold.ts";

export const restore = defineCommand({
  arguments: { file: { takes: "<file>", about: "A backup that katkey backup or the server made" } },
  options: {
    check: {
      about: "Only look at everything in it, and put nothing in place; exits with 1 and its faults if any",
    },
    "session-secret": { takes: "<path>", about: "Where the session secret of that time was kept" },
    "audit-export": {
      takes: "<path>",
      about:
        "An export of audit logs (JSON Lines) newer than the backup: what it says has ended ends again; can be said more than once",
      many: true,
    },
    "keep-sessions": {
      about:
        "Leave people signed in and apps their tokens: only if the server was stopped before the backup was made",
    },
    "seal-anew": {
      about:
        "Seal every row as it is with the key that is set, whoever wrote it: if you trust what is in it, and its own key is lost",
    },
    "despite-differences": {
      about: "Restore also what had differences in its logs, sums or seals when it was backed up",
    },
  },
  example: "katkey restore /backups/katkey-2026-11-22.tar --session-secret /safe/session-secret",
  async run(call) {
    const config = readConfig();
    const file = resolve(call.given("file"));
    const opening = { schema, sealing: sealingOf(config, () => {}), now: call.now };
    if (call.has("check")) return checked({ file, ...opening });
    const secret = call.value("session-secret");
    const { manifest, differences, sealedAnew, told } = await restoreBackup({
      file,
      dataDirectory: config.dataDirectory,
      ...opening,
      sessionSecret: secret === undefined ? null : resolve(secret),
      sealAnew: call.has("seal-anew"),
      despiteDifferences: call.has("despite-differences"),
      prepare: (copy, { madeAt }) => prepared(copy, config, call, Date.parse(madeAt)),
    });
    const areKept = call.has("keep-sessions");
    const untold = toldOfUntold(manifest, told.logs);
    const unlike = hintsFor(manifest, config, secret);
    const older = linesOfOlder(manifest, told.logs);
    const sessions = lineOfSessions(told, { madeAt: manifest.madeAt, areKept });
    const hints = [sessions, ...older, ...untold.lines, ...unlike];
    // Whoever keeps the sessions says that nothing came after the backup.
    const isLeft =
      (untold.isLeft && !areKept) || [...older, ...unlike].length > 0 || waitsForSomebody(told.logs);
    return {
      json: { dataDirectory: config.dataDirectory, manifest, differences, sealedAnew, ...told, hints },
      lines: [
        `Restored into ${config.dataDirectory}.`,
        ...(sealedAnew === null ? [] : [`Sealed anew as found: ${counted(sealedAnew, "row")}.`]),
        ...linesOfReapplied(told.logs),
        ...differences.map(({ text }) => text),
        ...hints,
      ],
      notes: [lineOfManifest(manifest)],
      well: differences.length === 0 && !isLeft,
    };
  },
});

/** What ended after the backup ends again. */
async function prepared(copy: OpenCopy, config: Config, call: Call, madeAt: number) {
  const { now, actor } = call;
  const told = await prepareRestored(copy, {
    config,
    madeAt,
    exports: call.values("audit-export").map((path) => resolve(path)),
    keepSessions: call.has("keep-sessions"),
    now,
    command: actor.command,
  });
  if (call.has("seal-anew")) await recordSealApplied(copy, { now, actor });
  return told;
}

async function recordSealApplied({ database }: OpenCopy, { now, actor }: Pick<Call, "now" | "actor">) {
  const object = { type: "installation", id: "installation", label: "Katkey" } as const;
  const told = { action: "seal.applied", object } as const;
  await createSqliteAuditLog(database).record(
    installationDeedOf({ actor, now, address: null, requestId: null }, told),
  );
}

async function checked(request: Parameters<typeof checkBackup>[0]): Promise<Answer> {
  const { manifest, faults } = await checkBackup(request);
  const well = faults.length === 0;
  const parts = request.sealing === null ? "databases, logs and sums" : "databases, logs, sums and seals";
  return {
    json: { well, faults, manifest },
    lines: well ? [`It is whole: checksums, ${parts}.`] : faults.map(({ text }) => text),
    notes: manifest === null ? [] : [lineOfManifest(manifest)],
    well,
  };
}

function lineOfSessions(
  { endedSessions, forgottenArtifacts }: Prepared,
  { madeAt, areKept }: { readonly madeAt: string; readonly areKept: boolean },
): string {
  if (areKept) {
    return `No session was ended: whoever was signed in at ${madeAt} still is, and apps have the tokens that they had.`;
  }
  const sessions = counted(endedSessions, "session");
  const tokens = counted(forgottenArtifacts, "code or token", "codes and tokens");
  return `Every session is ended: ${sessions}, and ${tokens} of partner apps. People sign in again, and apps send them through once more.`;
}

/** What will not be as it was, and what to do about it. */
function hintsFor(
  { sessionSecretFingerprint, tokenBrand }: Manifest,
  config: Pick<Config, "tokenBrand">,
  secret: string | undefined,
): readonly string[] {
  return [
    ...(secret === undefined && sessionSecretFingerprint !== null
      ? [
          "No session secret was given: the next start makes a new one. Whoever has two-factor on cannot sign in until you turn it off for them, or put the old secret there before.",
        ]
      : []),
    ...(tokenBrand === config.tokenBrand
      ? []
      : [`Its tokens begin with ${tokenBrand}: set KATKEY_TOKEN_BRAND=${tokenBrand}, or none is accepted.`]),
  ];
}
