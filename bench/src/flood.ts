// How much longer a good client waits while strangers send 5,000 bad tokens a second: its 99th percentile, alone and
// beside them. --keys, --rounds, --seconds.
import { parseArgs } from "node:util";
import { figureOf, wordsOf } from "./figures.ts";
import { measureFlood } from "./flood/measure-flood.ts";
import { generate } from "./generated/generate.ts";

const { values } = parseArgs({
  options: {
    keys: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "6" },
  },
});
const installation = await generate(Number(values.keys));
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const { alone, beside, badMicros } = await measureFlood({
  installation,
  rounds,
  seconds,
  good: 200,
  bad: 5_000,
});
const more = beside.map((p99, round) => p99 - (alone[round] ?? Number.NaN));
for (const [name, values] of Object.entries({ alone, beside, more })) {
  console.log(`p99 ${name}: ${wordsOf(figureOf(values), 2)} ms`);
}
if (badMicros !== null) console.log(`CPU for a bad token: ${wordsOf(figureOf(badMicros), 0)} µs`);
