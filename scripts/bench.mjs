// npm run bench -- <name>, pnpm bench <name>: one of bench/src, on the pinned Node; without a name the whole table.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { install } from "./install.mjs";
import { pinnedNode, root } from "./paths.mjs";
import { orExit, runInForeground } from "./run.mjs";

const sources = join(root, "bench/src");
const given = process.argv.slice(2);
const [name = "table", ...args] = given[0]?.startsWith("-") ? ["table", ...given] : given;
const program = join(sources, `${name}.ts`);

if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
  // A bench says in its first lines what it measures; what benches share does not.
  const benches = readdirSync(sources).filter((file) =>
    readFileSync(join(sources, file), "utf8").startsWith("//"),
  );
  console.error(`Which bench? ${benches.map((file) => file.replace(/\.ts$/, "")).join(", ")}`);
  process.exit(2);
}
await orExit(install());
process.exit(await runInForeground(pinnedNode(), [program, ...args]));
