import { copyOf, makeInstallation } from "./corruption/installation.ts";
import { damages, damageSecretsInUse, damagesOfSecrets } from "./corruption/damages.ts";
import { outcomeOf, outcomeWhileRunning } from "./corruption/outcome.ts";
import type { ProofOptions, Report } from "./report.ts";

/** Does to the files what disks and people do to them, starts the server, and asks it about every token. */
export async function corruption({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const ours = await makeInstallation();
  const other = await makeInstallation();
  const violations: string[] = [];
  const table: Readonly<Record<string, string | number>>[] = [];
  let asked = 0;
  const all = [
    ...[...damages, ...damagesOfSecrets].map((damage) => ({ ...damage, file: "katkey.db" })),
    ...damages.map((damage) => ({ ...damage, file: "usage.db" })),
  ];
  for (const { name, file, after, refuses = 0, damage } of all) {
    const tokens = after === "killed" ? ours.tokens : ours.tokens.slice(0, ours.whenStopped);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const dataDir = copyOf(ours[after]);
      damage(dataDir, file, other);
      const found = await outcomeOf(dataDir, { tokens, strangers: other.tokens, refuses });
      outcomes.set(found.outcome, (outcomes.get(found.outcome) ?? 0) + 1);
      violations.push(...found.violations.map((violation) => `${file}, ${name}: ${violation}`));
      asked += tokens.length + other.tokens.length;
    }
    for (const [outcome, times] of outcomes) table.push({ file, damage: name, times, outcome });
    say(`${file}: ${name}`);
  }
  const whileRunning = "its secrets' pages are overwritten while it runs";
  const tokens = ours.tokens.slice(0, ours.whenStopped);
  const found = await outcomeWhileRunning(copyOf(ours.stopped), damageSecretsInUse, {
    tokens,
    strangers: other.tokens,
    refuses: 0,
  });
  table.push({ file: "katkey.db", damage: whileRunning, times: 1, outcome: found.outcome });
  violations.push(...found.violations.map((violation) => `katkey.db, ${whileRunning}: ${violation}`));
  return {
    promise:
      "On damaged files it refuses to start in a sentence, or answers right or not at all; it never begins afresh.",
    of: "damages",
    runs: all.length * rounds + 1,
    counted: "tokens asked about",
    operations: asked,
    violations,
    worst: "see the table",
    table,
  };
}
