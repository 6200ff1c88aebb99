import { createServer } from "node:http";
import { readRecorded } from "../http/recorded-answer.ts";

// The floor: node:http and nothing else, sending the bytes that the server was seen to send. bare-http.ts <recorded answer>
const { status, headers, body } = readRecorded(process.argv[2]);

createServer((request, response) => {
  if (request.url === "/readyz") return response.end();
  return response.writeHead(status, [...headers]).end(body);
}).listen(Number(process.env["PORT"]), "127.0.0.1");
