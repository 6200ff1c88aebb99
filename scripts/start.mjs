// npm start: install and build what changed, then run the server on the pinned Node.
import { buildWeb } from "./build-web.mjs";
import { inFront } from "./in-front.mjs";
import { install } from "./install.mjs";
import { orExit } from "./run.mjs";

await orExit(install());
await orExit(buildWeb());

process.exit(await inFront().run("apps/server/src/main.ts"));
