import { getUser, unattended } from "../../harness/dashboard.ts";
import { startServer, type RunningServer } from "../../harness/server.ts";
import type { Token } from "./installation.ts";

/** What came of a damage: the start was refused in a sentence, or requests were answered. */
export interface Outcome {
  readonly outcome: string;
  readonly violations: readonly string[];
}

interface Expected {
  readonly tokens: readonly Token[];
  /** Tokens of another installation, which are nobody's here. */
  readonly strangers: readonly Token[];
  /** How many good tokens may be refused. */
  readonly refuses: number;
  /** What the server is started with besides. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a server on damaged files and asks it about every token. */
export async function outcomeOf(dataDir: string, expected: Expected): Promise<Outcome> {
  let server: RunningServer;
  try {
    server = await startServer({ dataDir, env: { ...unattended, ...expected.env } });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  const outcome = await answersOf(server, expected);
  const told = server
    .logs()
    .split("\n")
    .filter((line) => line.includes('"level":"error"') || line.includes('"level":50'));
  const code = server.process.exitCode;
  await server.kill();
  const ended = code === null ? [] : [`it ended with ${code}`];
  return {
    outcome: `${outcome.outcome}${told.length > 0 ? ", told in the log" : ""}`,
    violations: [...outcome.violations, ...ended],
  };
}

/** Damages files while a server runs on them, and asks it about every token. */
export async function outcomeWhileRunning(
  dataDir: string,
  damage: (dataDir: string) => void,
  expected: Expected,
): Promise<Outcome> {
  const server = await startServer({ dataDir, env: { ...unattended, ...expected.env } });
  damage(dataDir);
  const outcome = await answersOf(server, expected);
  const health = await (await fetch(server.url("/readyz"))).json();
  const ended = server.process.exitCode === null ? [] : [`it ended with ${server.process.exitCode}`];
  await server.kill();
  return {
    outcome: `${outcome.outcome}; it says that it is ${health.status}`,
    violations: [...outcome.violations, ...ended],
  };
}

/** Without the paths, which are nobody's. */
function refused(message: string): Outcome {
  const [first = "", ...rest] = message.split("\n");
  const sentence = rest
    .filter((line) => line !== "")
    .join(" ")
    .replaceAll(/\/\S+\//g, "");
  const isOrderly = first.includes("ended with code 1") && !/\n\s+at /.test(message);
  return {
    outcome: `refused: ${sentence}`,
    violations: isOrderly ? [] : [`it ended without a sentence: ${message}`],
  };
}

async function answersOf(server: RunningServer, { tokens, strangers, refuses }: Expected): Promise<Outcome> {
  const counts = new Map<number, number>();
  const violations: string[] = [];
  let wronglyRefused = 0;
  for (const { token, good } of [...tokens, ...strangers.map(({ token }) => ({ token, good: false }))]) {
    const answer = await getUser(server, token);
    await answer.arrayBuffer();
    const { status } = answer;
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (status === 200 && !good) violations.push("a token was accepted that must not be");
    if (status === 401 && good) wronglyRefused += 1;
    if (![200, 401, 503].includes(status)) violations.push(`a token was answered ${status}`);
  }
  if (wronglyRefused > refuses)
    violations.push(`${wronglyRefused} good tokens were refused as if they were none`);
  if (server.setupLink !== null) violations.push("it began afresh");
  const told = [...counts].toSorted(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
  return { outcome: `served: ${told.join(", ")}`, violations };
}
