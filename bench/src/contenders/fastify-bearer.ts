import { hash, timingSafeEqual } from "node:crypto";
import { fastifyBearerAuth } from "@fastify/bearer-auth";
import Sqlite from "better-sqlite3";
import { fastify } from "fastify";
import { publicKeyIdOf } from "../generated/token-of.ts";
import { namedHeadersOf, readRecorded } from "../http/recorded-answer.ts";

// Fastify with its plugin for bearer tokens, which looks the hash up in our own file by one prepared read and compares
// it: no state, no organization, no limit, no count. fastify-bearer.ts <path> <recorded answer> <database>
const [path = "", file, database = ""] = process.argv.slice(2);
const recorded = readRecorded(file);
const headers = namedHeadersOf(recorded);
const value: unknown = JSON.parse(recorded.body);
const find = new Sqlite(database, { readonly: true })
  .prepare<[string], Uint8Array>("select hash from key_secret where public_key_id = ?")
  .pluck();

function auth(token: string): boolean {
  const stored = find.get(publicKeyIdOf(token));
  return stored !== undefined && timingSafeEqual(hash("sha256", token, "buffer"), stored);
}

const app = fastify();
app.get("/readyz", (_request, reply) => reply.send());
await app.register(async (guarded) => {
  await guarded.register(fastifyBearerAuth, { keys: [], auth });
  guarded.get(path, (_request, reply) => reply.headers(headers).send(value));
});
await app.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
