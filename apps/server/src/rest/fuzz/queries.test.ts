import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractOf, isAllowed } from "../../../testing/fuzz/contract-inputs.ts";
import { editedText } from "../../../testing/fuzz/edited-text.ts";
import { fuzz, patienceOf } from "../../../testing/fuzz/fuzzing.ts";
import { Problem } from "../../http/problem.ts";
import { parseInput, parseQuery } from "../reading/input.ts";
import type { Route } from "../route.ts";
import { routes } from "../routes.ts";

const operations = new Map(routes.map((route) => [route.about.operationId, route]));

const queryOf = (operation: string) => contractOf(operation).query;

/** The code of the refusal, or nothing. Whatever else is thrown is a fault. */
function refusalOf(operation: string, text: string): string | null {
  const { path, query } = operations.get(operation) as Route;
  try {
    parseInput(query, parseQuery(`${path}?${text}`));
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

it.each([...operations.keys()])("%s takes what the contract allows", (operation) => {
  for (const sample of queryOf(operation).samples) {
    expect(isAllowed(queryOf(operation), sample)).toBe(true);
    expect(refusalOf(operation, String(new URLSearchParams({ ...sample })))).toBeNull();
  }
});

/** The query as any other reader would take it; `null` when readers would not agree. */
function readBySomebodyElse(query: string): Readonly<Record<string, string>> | null {
  const pairs = query.split("&").filter((pair) => pair !== "");
  try {
    const decoded = pairs.map((pair) => {
      const [name = "", ...value] = pair.replaceAll("+", " ").split("=");
      return [decodeURIComponent(name), decodeURIComponent(value.join("="))] as const;
    });
    const names = new Set(decoded.map(([name]) => name));
    return names.size === decoded.length ? Object.fromEntries(decoded) : null;
  } catch {
    return null;
  }
}

/** A query comes to us as visible ASCII without a fragment: anything else was refused before. */
const inUrl = (text: string) => text.replaceAll(/[^!-"$-~]/g, "");

const parameters = fc.oneof(
  fc.tuple(
    fc.constantFrom("limit", "cursor", "search", "q", "status", "environment", "from", "to", "group_by"),
    fc.constantFrom(
      "",
      "1",
      "0",
      "101",
      "-1",
      "1e2",
      "0x1",
      " 1",
      "1.0",
      "live",
      "%00",
      "a",
      "2026-02-30",
      "٣",
    ),
  ),
  fc.tuple(fc.constantFrom("limit[]", "a[b]", "__proto__", "constructor", "%6cimit"), fc.constant("1")),
);

const queries = fc.constantFrom(...operations.keys()).chain((operation) => {
  const valid = fc
    .constantFrom(...queryOf(operation).samples)
    .map((sample) => String(new URLSearchParams({ ...sample })));
  const more = fc
    .tuple(valid, fc.array(parameters, { maxLength: 3 }))
    .map(([query, pairs]) => [query, ...pairs.map((pair) => pair.join("="))].join("&"));
  const text = fc.oneof(
    { weight: 3, arbitrary: more },
    { weight: 5, arbitrary: editedText(more) },
    { weight: 1, arbitrary: fc.string({ unit: "binary-ascii", maxLength: 60 }) },
  );
  return fc.record({ operation: fc.constant(operation), query: text.map(inUrl) });
});

describe("a query", () => {
  it(
    "that the contract does not allow is refused by every operation, and nothing else happens",
    async () => {
      let taken = 0;
      await fuzz(
        "queries",
        fc.property(queries, ({ operation, query }) => {
          const refusal = refusalOf(operation, query);
          if (refusal === "validation_failed") return;
          if (refusal !== null) throw new Error(refusal);
          taken += 1;
          if (!isAllowed(queryOf(operation), readBySomebodyElse(query))) throw new Error("accepted");
        }),
      );
      expect(taken).toBeGreaterThan(0);
    },
    patienceOf("queries"),
  );
});
