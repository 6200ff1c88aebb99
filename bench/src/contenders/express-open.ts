import express from "express";
import { namedHeadersOf, readRecorded } from "../http/recorded-answer.ts";

// The same route without protection: Express as the server sets it up, the same headers, the same JSON.
// express-open.ts <path> <recorded answer>
const [path = "", file] = process.argv.slice(2);
const recorded = readRecorded(file);
const headers = namedHeadersOf(recorded);
const value: unknown = JSON.parse(recorded.body);

const app = express();
app.disable("x-powered-by").disable("etag").set("query parser", false);
app.get("/readyz", (_request, response) => void response.end());
app.get(path, (_request, response) => void response.set(headers).json(value));
app.listen(Number(process.env["PORT"]), "127.0.0.1");
