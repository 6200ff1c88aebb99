import { describe, expect, it } from "vitest";
import { requestIdIn } from "./request-id.ts";

const id = "4f2c1d7e-0c56-4d6e-9a36-1f9f1f7a2b10";

const problem = {
  type: "https://keys.example.com/docs/errors#validation_failed",
  title: "The input is not acceptable",
  status: 422,
  detail: "name: It has to be there.",
  instance: id,
  code: "validation_failed",
};

describe("the request id in what was pasted", () => {
  it.each([
    ["bare", id],
    ["between blanks", `  ${id}\n`],
    ["in double quotes", `"${id}"`],
    ["in single quotes, with a comma", `'${id}',`],
    ["in typographic quotes", `“${id}”`],
    ["in backticks", `\`${id}\``],
    ["in a problem", JSON.stringify(problem)],
    ["in a problem over several lines", JSON.stringify(problem, null, 2)],
    [
      "in a problem whose lines a text field has joined",
      JSON.stringify(problem, null, 2).replaceAll("\n", ""),
    ],
    ["under the name that logs give it", `{"level":50,"requestId":"${id}","code":"busy"}`],
    ["as a header", `X-Request-Id: ${id}`],
    [
      "among headers",
      `HTTP/1.1 403 Forbidden\r\nx-request-id: ${id}\r\nContent-Type: application/problem+json`,
    ],
    ["in a printed object", `{ status: 403, instance: '${id}' }`],
  ])("is found %s", (_, text) => {
    expect(requestIdIn(text)).toEqual({ id });
  });

  it("may be one that the caller made up", () => {
    expect(requestIdIn("order-4711")).toEqual({ id: "order-4711" });
    expect(requestIdIn("req_01")).toEqual({ id: "req_01" });
  });

  it.each([
    ["nothing", "", "empty"],
    ["only quotes", ' "" ', "empty"],
    ["a sentence", "why was it refused?", "unclear"],
    ["more than an id can have", "x".repeat(65), "unclear"],
    ["a token", `kat_live_${"a".repeat(16)}.${"b".repeat(49)}`, "token"],
    ["a service token", `kat_svc_${"a".repeat(16)}.${"b".repeat(49)}`, "token"],
    ["a token that was cut short", `kat_test_${"a".repeat(16)}.bcd`, "token"],
  ])("is not in %s", (_, text, expected) => {
    expect(requestIdIn(text)).toBe(expected);
  });
});
