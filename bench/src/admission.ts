// What the decision about a key costs in process: µs of CPU for each `verify` and `admit`, with 1,000 keys and with
// 1,000,000 (--keys), whose rows are remembered or read anew.
import { parseArgs } from "node:util";
import { generate } from "./generated/generate.ts";
import { measureInProcess } from "./in-process/measure-in-process.ts";
import { figureOf, ratioOf, wordsOf } from "./figures.ts";

const { values } = parseArgs({ options: { keys: { type: "string", default: "1000000" } } });
const [few, many] = [await generate(1_000), await generate(Number(values.keys))];
for (const { verb, draw, ...times } of await measureInProcess({ few, many, rounds: 9, calls: 10_000 })) {
  const [small, large] = [figureOf(times.few), figureOf(times.many)].map((figure) => wordsOf(figure, 2));
  const ratio = wordsOf(ratioOf(times.many, times.few), 2);
  console.log(
    `${verb}, ${draw}: ${few.keys} keys ${small} µs; ${many.keys} keys ${large} µs; ratio ${ratio}`,
  );
}
