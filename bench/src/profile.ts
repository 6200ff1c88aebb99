// Where the server's time goes while it answers GET /v1/user as fast as it can, by part and by file.
// --keys, --in-use, --seconds.
import { parseArgs } from "node:util";
import { generate } from "./generated/generate.ts";
import { getUser } from "./http/routes.ts";
import { measureProfile } from "./profile/measure-profile.ts";
import { printProfile } from "./profile/print-profile.ts";

const { values } = parseArgs({
  options: {
    keys: { type: "string", default: "1000" },
    "in-use": { type: "string", default: "10000" },
    seconds: { type: "string", default: "5" },
  },
});
const installation = await generate(Number(values.keys));
const load = { connections: 64, seconds: Number(values.seconds) };
printProfile(
  getUser.name,
  await measureProfile({ installation, inUse: Number(values["in-use"]), route: getUser, ...load }),
);
