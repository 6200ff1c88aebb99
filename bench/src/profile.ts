// Where the server's time goes while it answers one path as fast as it can, by part and by file.
// --path /v1/user, /v1/verify or /v1/forward-auth; --keys, --in-use, --seconds.
import { parseArgs } from "node:util";
import { generate } from "./generated/generate.ts";
import { forwardAuth, getUser, verifyWith } from "./http/routes.ts";
import { measureProfile } from "./profile/measure-profile.ts";
import { wordsOfProfile } from "./profile/profile-words.ts";

const { values } = parseArgs({
  options: {
    path: { type: "string", default: "/v1/user" },
    keys: { type: "string", default: "1000" },
    "in-use": { type: "string", default: "10000" },
    seconds: { type: "string", default: "5" },
  },
});
const installation = await generate(Number(values.keys));
const load = { connections: 64, seconds: Number(values.seconds), inUse: Number(values["in-use"]) };
const routes = [getUser, verifyWith(installation.serviceToken), forwardAuth];
const route = routes.find(({ path }) => path === values.path) ?? getUser;
console.log(wordsOfProfile(route.name, await measureProfile({ installation, route, ...load })));
