import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { openDatabase } from "../../../../packages/keys/src/sqlite/file/open-database.ts";

// A process that is killed while it opens a database, as the server does at its start:
// bring-to.ts <path> <JSON of the migrations> <milliseconds until it dies, or never>.
// It kills itself, from another thread: whoever does it from outside comes too late.
const [, , path = "", file = "", afterMs = "never"] = process.argv;
const migrations = JSON.parse(readFileSync(file, "utf8"));

if (afterMs !== "never") await dieAfter(Number(afterMs));
openDatabase({ path, migrations, now: 0 }).close();

async function dieAfter(ms: number): Promise<void> {
  const died = new Int32Array(new SharedArrayBuffer(4));
  const program = `
    const { parentPort, workerData } = require("node:worker_threads");
    parentPort.postMessage("ready");
    Atomics.wait(workerData.died, 0, 0, workerData.ms);
    process.kill(process.pid, "SIGKILL");`;
  await once(new Worker(program, { eval: true, workerData: { died, ms } }), "message");
}
