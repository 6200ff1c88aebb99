import express from "express";
import { readRecorded } from "../http/recorded-answer.ts";

// The same route without protection: Express as the server sets it up, the same headers, the same JSON.
// express-open.ts <path> <recorded answer>
const [path = "", file] = process.argv.slice(2);
const { headers, body } = readRecorded(file);
const ofExpress = new Set(["content-type", "content-length"]);
const named = Object.fromEntries(
  headers.flatMap((name, i) =>
    i % 2 === 0 && !ofExpress.has(name.toLowerCase()) ? [[name, headers[i + 1] ?? ""]] : [],
  ),
);
const value: unknown = JSON.parse(body);

const app = express();
app.disable("x-powered-by").disable("etag").set("query parser", false);
app.get("/readyz", (_request, response) => void response.end());
app.get(path, (_request, response) => void response.set(named).json(value));
app.listen(Number(process.env["PORT"]), "127.0.0.1");
