import { Worker } from "node:worker_threads";
import type { Passwords } from "./passwords.ts";

/** What the thread is asked: to hash a password or, with a stored hash, whether it is of this one. */
export interface Question {
  readonly password: string;
  readonly stored?: string;
}

interface Options {
  readonly program?: URL;
  /** Milliseconds without a question after which the thread and its memory are given back. */
  readonly idleMs?: number;
}

const hashing = new URL("./hash-thread-program.ts", import.meta.url);

/**
 * Hashes in a thread of its own, begun with the first question, one at a time. On Linux it gives way to all others, so
 * that whoever signs in keeps no request waiting. A question whose thread ends is rejected; the next one begins another.
 */
export function createHashThread({ program = hashing, idleMs = 60_000 }: Options = {}): Passwords {
  let running: Thread | null = null;
  let idle: NodeJS.Timeout | undefined;

  function forget(thread: Thread): void {
    if (running === thread) running = null;
  }

  async function ask(question: Question): Promise<unknown> {
    const thread = (running ??= startThread(program, forget));
    clearTimeout(idle);
    try {
      return await thread.ask(question);
    } finally {
      clearTimeout(idle);
      idle = setTimeout(() => {
        forget(thread);
        thread.end();
      }, idleMs).unref();
    }
  }

  return {
    hash: async (password) => String(await ask({ password })),
    verify: async (stored, password) => (await ask({ stored, password })) === true,
  };
}

interface Thread {
  ask(question: Question): Promise<unknown>;
  end(): void;
}

function startThread(program: URL, onEnd: (thread: Thread) => void): Thread {
  // The options of the program itself, `--input-type` for one, are not for a thread.
  const worker = new Worker(program, { name: "passwords", execArgv: [] });
  const asked: PromiseWithResolvers<unknown>[] = [];
  const thread: Thread = {
    ask(question) {
      const answer = Promise.withResolvers<unknown>();
      asked.push(answer);
      worker.ref();
      worker.postMessage(question);
      return answer.promise;
    },
    end: () => void worker.terminate(),
  };
  const fail = (cause?: unknown) => {
    onEnd(thread);
    const failure = new Error("The thread that hashes passwords has ended.", { cause });
    for (const { reject } of asked.splice(0)) reject(failure);
  };
  worker.on("error", fail).on("exit", () => fail());
  worker.on("message", (answer) => {
    asked.shift()?.resolve(answer);
    // Only who waits for an answer keeps the process from ending.
    if (asked.length === 0) worker.unref();
  });
  return thread;
}
