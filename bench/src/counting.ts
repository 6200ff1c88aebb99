// What counting costs a request: microseconds for each use, by how many share a turn of the event loop,
// against the cheapest durable thing there is, one prepared insert in a transaction of its own.
import { createSqliteUsageLog, openDatabase, usageMigrations } from "@katkey/keys/sqlite";
import { aUse } from "./a-use.ts";
import { medianOf, temporaryDirectory } from "./measure.ts";

const rounds = 5;
const uses = 4_000;
const turns = [1, 4, 16, 64];
const secrets = 200;

type Durability = "normal" | "full";

function openUsage(durability: Durability) {
  const path = `${temporaryDirectory()}/usage.db`;
  return openDatabase({ path, migrations: usageMigrations, now: Date.now(), durability });
}

async function counting(durability: Durability, turn: number): Promise<number> {
  const log = createSqliteUsageLog(openUsage(durability), console.error);
  const started = performance.now();
  for (let i = 0; i < uses; i += turn) {
    await Promise.all(Array.from({ length: turn }, (_, j) => log.record(aUse((i + j) % secrets))));
  }
  const micros = ((performance.now() - started) * 1_000) / uses;
  log.close();
  return micros;
}

function inserting(): number {
  const database = openUsage("normal");
  database.exec("create table floor (id integer primary key, at integer)");
  const insert = database.prepare("insert into floor (at) values (?)");
  const started = performance.now();
  for (let i = 0; i < uses; i += 1) insert.run(i);
  const micros = ((performance.now() - started) * 1_000) / uses;
  database.close();
  return micros;
}

const floor: number[] = [];
const measured = new Map<string, number[]>();
for (let round = 0; round < rounds; round += 1) {
  floor.push(inserting());
  for (const turn of turns) {
    for (const durability of ["normal", "full"] as const) {
      const name = `${durability}, ${turn} in a turn`;
      measured.set(name, [...(measured.get(name) ?? []), await counting(durability, turn)]);
    }
  }
}
const one = medianOf(floor);
console.log(`one insert, one commit: ${one.toFixed(1)} µs`);
for (const [name, micros] of measured) {
  const median = medianOf(micros);
  console.log(`${name}: ${median.toFixed(1)} µs a use, ${(median / one).toFixed(2)} of the floor`);
}
