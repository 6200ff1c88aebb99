import { copyOf } from "./corruption/installation.ts";
import { outcomeOf, outcomeWhileRunning } from "./corruption/outcome.ts";
import type { ProofOptions, Report } from "./report.ts";
import { changeKey } from "./tampering/change-of-key.ts";
import { makeSealedInstallation } from "./tampering/installation.ts";
import { tamperWithLogs } from "./tampering/logs.ts";
import { tamper, tamperings } from "./tampering/tamperings.ts";

/**
 * Writes to the database of a sealed installation as somebody would who has everything but the key, before its start
 * and while it runs, and asks about every token; changes its logs; and gives its seal another key under load.
 */
export async function tampering({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const [ours, other] = [await makeSealedInstallation(), await makeSealedInstallation()];
  const { tokens, before, env } = ours;
  const violations: string[] = [];
  const table: Readonly<Record<string, string | number>>[] = [];
  let [asked, runs] = [0, 0];
  for (const one of tamperings) {
    const expected = { tokens, strangers: other.tokens, env, refuses: one.refuses ?? tokens.length };
    const whenRunning = () =>
      outcomeWhileRunning(
        copyOf(ours.dataDir),
        (dataDir) => tamper(dataDir, one, { before, other }),
        expected,
      );
    const beforeStart = () => {
      const dataDir = copyOf(ours.dataDir);
      tamper(dataDir, one, { before, other });
      return outcomeOf(dataDir, expected);
    };
    const times = {
      "while it runs": whenRunning,
      ...(!one.onlyWhileRunning && { "before its start": beforeStart }),
    };
    for (const [when, outcomeThen] of Object.entries(times)) {
      for (let round = 0; round < rounds; round += 1) {
        const { outcome, violations: found } = await outcomeThen();
        violations.push(...found.map((violation) => `${one.name}, ${when}: ${violation}`));
        asked += tokens.length + other.tokens.length;
        runs += 1;
        if (round === 0) table.push({ tampering: one.name, when, outcome });
      }
    }
    say(one.name);
  }
  const logs = await tamperWithLogs(ours, rounds);
  const change = await changeKey(say);
  return {
    promise:
      "With a seal, who can write to the database but lacks the key lets no token in; the first entry of a log that was changed is named; another key interrupts nobody.",
    of: "tamperings",
    runs: runs + logs.runs,
    counted: "tokens asked about",
    operations: asked,
    violations: [...violations, ...logs.violations, ...change.violations],
    worst: `${change.requests} requests while the seal was given another key`,
    table,
  };
}
