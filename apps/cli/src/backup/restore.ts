import { resolve } from "node:path";
import { checkBackup, restoreBackup, type Manifest } from "@katkey/backup";
import { readConfig, type Config } from "@katkey/server/config";
import { schema } from "@katkey/server/schema";
import { sealingOf } from "@katkey/server/sealing";
import { defineCommand, type Answer } from "../command/command.ts";
import { lineOfManifest } from "./told-of-backup.ts";

export const restore = defineCommand({
  arguments: { file: { takes: "<file>", about: "A backup that katkey backup or the server made" } },
  options: {
    check: {
      about: "Only look at everything in it, and put nothing in place; exits with 1 and its faults if any",
    },
    "session-secret": { takes: "<path>", about: "Where the session secret of that time was kept" },
    "despite-differences": {
      about: "Restore also what had differences in its logs or sums when it was backed up",
    },
  },
  example: "katkey restore /backups/katkey-2026-11-22.tar --session-secret /safe/session-secret",
  async run(call) {
    const config = readConfig();
    const file = resolve(call.given("file"));
    if (call.has("check")) return checked(file, call.now);
    const secret = call.value("session-secret");
    const { manifest, differences } = await restoreBackup({
      file,
      dataDirectory: config.dataDirectory,
      schema,
      sealing: sealingOf(config, () => {}),
      sessionSecret: secret === undefined ? null : resolve(secret),
      despiteDifferences: call.has("despite-differences"),
      now: call.now,
      prepare: async () => null,
    });
    const lines = [
      `Restored into ${config.dataDirectory}.`,
      ...differences.map(({ text }) => text),
      ...hintsFor(manifest, config, secret),
    ];
    return {
      json: { dataDirectory: config.dataDirectory, manifest, differences },
      lines,
      notes: [lineOfManifest(manifest)],
      well: differences.length === 0,
    };
  },
});

async function checked(file: string, now: number): Promise<Answer> {
  const { manifest, faults } = await checkBackup({ file, schema, now });
  const well = faults.length === 0;
  return {
    json: { well, faults, manifest },
    lines: well ? ["It is whole: checksums, databases, logs and sums."] : faults.map(({ text }) => text),
    notes: manifest === null ? [] : [lineOfManifest(manifest)],
    well,
  };
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
