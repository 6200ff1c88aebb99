// The whole table, which is what runs without a name: admission in process, GET /v1/user, POST /v1/verify and forward-auth
// against others that answer the same, memory, a flood of bad tokens. Ends with 1 when a target is missed.
// --short: two minutes, smaller, only ratios, each with a wide margin. --json: for programs. --profile: where the time goes.
import { parseArgs } from "node:util";
import { measureFlood } from "./flood/measure-flood.ts";
import { appTokensInUse } from "./generated/fill-with-apps.ts";
import { generate } from "./generated/generate.ts";
import { wordsOfLanes } from "./http/lane-words.ts";
import { measureHttp, type Race } from "./http/measure-http.ts";
import { forwardAuth, getUser, getUserAsApp, verifyWith } from "./http/routes.ts";
import { measureInProcess } from "./in-process/measure-in-process.ts";
import { surroundings, wordsOfSurroundings } from "./machine/surroundings.ts";
import { measureProfile } from "./profile/measure-profile.ts";
import { wordsOfProfile } from "./profile/profile-words.ts";
import { jsonOf } from "./table/json-of.ts";
import { isGood, widened } from "./table/line.ts";
import { wordsOfLines } from "./table/line-words.ts";
import { linesOf } from "./table/lines-of.ts";

const { values: asked } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    profile: { type: "boolean", default: false },
    keys: { type: "string" },
  },
});
const plan = asked.short
  ? {
      keys: 100_000,
      inUse: 1_000,
      callRounds: 3,
      calls: 5_000,
      rounds: 3,
      seconds: 1,
      flood: null,
      peers: [],
    }
  : {
      keys: 1_000_000,
      inUse: 10_000,
      callRounds: 7,
      calls: 5_000,
      rounds: 7,
      seconds: 2,
      flood: { rounds: 5, seconds: 6 },
      peers: ["fastify"] as const,
    };
const connections = 64;
const tell = (text: string) => console.error(`${text} …`);

const keys = Number(asked.keys ?? plan.keys);
tell(`Making installations of 1,000 and of ${keys.toLocaleString("en")} keys`);
const [few, installation] = [await generate(1_000), await generate(keys)];

tell("Admission in process");
const calls = await measureInProcess({ few, many: installation, rounds: plan.callRounds, calls: plan.calls });

tell("Requests over HTTP");
const races: readonly Race[] = [
  { route: getUser, against: ["node:http", "express", ...plan.peers, "better-auth"] },
  { route: getUserAsApp, against: [], tokens: appTokensInUse(installation, plan.inUse) },
  { route: verifyWith(installation.serviceToken), against: ["node:http"] },
  { route: forwardAuth, against: ["node:http"] },
];
const load = { installation, inUse: plan.inUse, connections, seconds: plan.seconds };
const lanes = await measureHttp({ ...load, rounds: plan.rounds, races });

if (plan.flood !== null) tell("A flood of bad tokens");
const flood = plan.flood && (await measureFlood({ installation, ...plan.flood, good: 200, bad: 5_000 }));

const all = linesOf({ calls, lanes, flood });
const lines = asked.short ? widened(all) : all;
const words = [wordsOfSurroundings(), wordsOfLanes(lanes), wordsOfLines(lines)].join("\n\n");
if (asked.json) console.log(jsonOf({ surroundings, lines, lanes }));
// Whoever reads the JSON is no person; whoever looks on may be one.
(asked.json ? console.error : console.log)(words);

if (asked.profile) {
  for (const { route } of races) {
    console.error(wordsOfProfile(route.name, await measureProfile({ ...load, seconds: 5, route })));
  }
}
process.exitCode = isGood(lines) ? 0 : 1;
