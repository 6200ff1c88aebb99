// What hash-thread.ts runs.
import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { basename } from "node:path";
import { parentPort } from "node:worker_threads";
import { hashOf, isHashOf } from "./argon2id.ts";
import type { Question } from "./hash-thread.ts";

const behindOthers = 19;

giveWay();
parentPort?.on("message", ({ password, stored }: Question) => {
  parentPort?.postMessage(stored === undefined ? hashOf(password) : isHashOf(stored, password));
});

/** Linux knows the priority of each thread. Elsewhere it is the whole process's, and is left as it is. */
function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync("/proc/thread-self"))), behindOthers);
  } catch {
    // Then it hashes beside the others.
  }
}
