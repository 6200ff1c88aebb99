// What a protected request costs the server, against others that answer the same: node:http alone, the same route of
// Express without protection. `--quick` takes half a minute; --keys, --in-use, --rounds, --seconds, --connections.
import { parseArgs } from "node:util";
import { generate } from "./generated/generate.ts";
import { printHttp } from "./http/print-http.ts";
import { measureHttp } from "./http/measure-http.ts";
import { getUser } from "./http/routes.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    keys: { type: "string" },
    "in-use": { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string" },
    connections: { type: "string", default: "64" },
  },
});
const keys = Number(values.keys ?? (values.quick ? 1_000 : 1_000_000));
const lanes = await measureHttp({
  installation: await generate(keys),
  inUse: Number(values["in-use"] ?? 10_000),
  rounds: Number(values.rounds ?? (values.quick ? 3 : 5)),
  seconds: Number(values.seconds ?? (values.quick ? 2 : 5)),
  connections: Number(values.connections),
  races: [
    {
      route: getUser,
      against: values.quick ? ["node:http", "express"] : ["node:http", "express", "fastify", "better-auth"],
    },
  ],
});
printHttp(lanes);
