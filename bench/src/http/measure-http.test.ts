import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { generate } from "../generated/generate.ts";
import { isGood, widened } from "../table/line.ts";
import { linesOf } from "../table/lines-of.ts";
import { measureHttp } from "./measure-http.ts";
import { getUser } from "./routes.ts";
import { removeTemporaryDirectories } from "../measure.ts";

afterAll(removeTemporaryDirectories);

it("a server that dawdles misses even the widest margin", { timeout: 60_000 }, async () => {
  const dawdle = join(import.meta.dirname, "../testing/dawdle.ts");
  const lanes = await measureHttp({
    installation: await generate(50),
    inUse: 50,
    connections: 8,
    rounds: 1,
    seconds: 1,
    races: [{ route: getUser, against: ["node:http"] }],
    nodeFlags: ["--import", dawdle],
  });

  const lines = widened(linesOf({ calls: [], lanes, flood: null }));
  expect(lines.map(({ name }) => name)).toEqual(["GET /v1/user to node:http"]);
  expect(lines[0]?.figure?.median).toBeLessThan(0.1);
  expect(isGood(lines)).toBe(false);
});
