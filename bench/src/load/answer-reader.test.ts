import { expect, it } from "vitest";
import { createAnswerReader } from "./answer-reader.ts";

const answers = [
  "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX: y\r\n\r\nbody",
  "HTTP/1.1 401 Unauthorized\r\ncontent-length:11\r\n\r\n\r\n\r\nHTTP/1.",
  "HTTP/1.1 204 No Content\r\n\r\n",
];

it.each([1, 3, 7, 1_000])("counts each answer once, in pieces of %i characters", (size) => {
  const statuses: string[] = [];
  const read = createAnswerReader((status) => statuses.push(status));
  const text = answers.join("");
  for (let at = 0; at < text.length; at += size) read(text.slice(at, at + size));
  expect(statuses).toEqual(["200", "401", "204"]);
});
