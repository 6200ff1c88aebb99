import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { cleanUp } from "../../harness/clean-up.ts";
import type { RunningServer } from "../../harness/server.ts";

/** What those saw who call steadily: how long each answer took, in milliseconds, and what was no good answer. */
export interface Probes {
  readonly ms: readonly number[];
  readonly failures: readonly string[];
}

export interface Prober {
  /** What was seen since this was asked last. */
  seen(): Promise<Probes>;
  end(): void;
}

/** How the process is told to call. */
export interface Probing {
  readonly url: string;
  readonly token: string;
  /** Milliseconds between an answer and the next call. */
  readonly everyMs: number;
  /** So many call, each over a connection of their own. */
  readonly callers: number;
}

const program = fileURLToPath(new URL("prober-process.ts", import.meta.url));

/**
 * Calls with a good key until it is ended, from a process of its own: what it measures is the server, and not what else
 * the proof does.
 */
export async function probe(server: RunningServer, calls: Omit<Probing, "url">): Promise<Prober> {
  const child = fork(program, { serialization: "advanced" });
  const end = () => void child.kill();
  cleanUp(async () => end());
  const probing: Probing = { url: server.url("/api/user"), ...calls };
  const asked = async (question: Probing | "seen") => {
    child.send(question);
    const [answer] = await once(child, "message");
    return answer as Probes;
  };
  await asked(probing);
  return { seen: () => asked("seen"), end };
}
