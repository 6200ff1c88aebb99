// What a protected request costs the server, against others that answer the same: node:http alone, the same route of
// Express without protection, Fastify, better-auth. --quick: half a minute, without the last two.
// --paths: which of /v1/user,/v1/verify,/v1/forward-auth. --keys, --in-use, --rounds, --seconds, --connections.
import { parseArgs } from "node:util";
import { generate } from "./generated/generate.ts";
import { wordsOfLanes } from "./http/lane-words.ts";
import { measureHttp, type Race } from "./http/measure-http.ts";
import { forwardAuth, getUser, verifyWith } from "./http/routes.ts";
import { wordsOfSurroundings } from "./machine/surroundings.ts";

const { values } = parseArgs({
  options: {
    paths: { type: "string", default: "/v1/user,/v1/verify,/v1/forward-auth" },
    quick: { type: "boolean", default: false },
    keys: { type: "string" },
    "in-use": { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string" },
    connections: { type: "string", default: "64" },
  },
});
const keys = Number(values.keys ?? (values.quick ? 1_000 : 1_000_000));
const installation = await generate(keys);
const races: readonly Race[] = [
  {
    route: getUser,
    against: values.quick ? ["node:http", "express"] : ["node:http", "express", "fastify", "better-auth"],
  },
  { route: verifyWith(installation.serviceToken), against: ["node:http"] },
  { route: forwardAuth, against: ["node:http"] },
];
const paths = values.paths.split(",");
const lanes = await measureHttp({
  installation,
  inUse: Number(values["in-use"] ?? 10_000),
  rounds: Number(values.rounds ?? (values.quick ? 3 : 5)),
  seconds: Number(values.seconds ?? (values.quick ? 2 : 5)),
  connections: Number(values.connections),
  races: races.filter(({ route }) => paths.includes(route.path)),
});
console.log(`${wordsOfSurroundings()}\n\n${wordsOfLanes(lanes)}`);
