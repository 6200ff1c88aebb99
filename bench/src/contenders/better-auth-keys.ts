import { createServer } from "node:http";
import Sqlite from "better-sqlite3";
import { createApiKeyAuth } from "../better-auth/api-key-auth.ts";
import { readRecorded } from "../http/recorded-answer.ts";

// better-auth's API keys behind node:http, which costs it the least. better-auth-keys.ts <database> <recorded answer>
const [path = "", file] = process.argv.slice(2);
const { status, headers, body } = readRecorded(file);
const database = new Sqlite(path);
database.pragma("journal_mode = wal");
database.pragma("synchronous = normal");
const { api } = createApiKeyAuth(database);

createServer(async (request, response) => {
  if (request.url === "/readyz") return response.end();
  const key = request.headers.authorization?.slice("Bearer ".length) ?? "";
  const { valid } = await api.verifyApiKey({ body: { key } });
  return valid ? response.writeHead(status, [...headers]).end(body) : response.writeHead(401).end();
}).listen(Number(process.env["PORT"]), "127.0.0.1");
