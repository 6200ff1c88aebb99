import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractOf, isAllowed } from "../../../testing/fuzz/contract-inputs.ts";
import { editedObject } from "../../../testing/fuzz/edited-object.ts";
import { editedText } from "../../../testing/fuzz/edited-text.ts";
import { fuzz, patienceOf } from "../../../testing/fuzz/fuzzing.ts";
import { Problem } from "../../http/problem.ts";
import { parseBody } from "../reading/parse-body.ts";
import { parseInput } from "../reading/input.ts";
import { documentedRoutes, type DocumentedRoute } from "../openapi/documented-route.ts";

type Json = ReturnType<JSON["parse"]>;

// A GET's body is never read.
const readers = documentedRoutes.filter(({ method }) => method !== "GET");
const operations = new Map(readers.map((route) => [route.about.operationId, route]));

const bodyOf = (operation: string) => contractOf(operation).body;

/** The code of the refusal, or nothing. Whatever else is thrown is a fault. */
function refusalOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

function received(operation: string, bytes: Buffer): string | null {
  const { body } = operations.get(operation) as DocumentedRoute;
  return refusalOf(() => parseInput(body, parseBody(bytes)));
}

it.each([...operations.keys()])("%s takes what the contract allows", (operation) => {
  for (const sample of bodyOf(operation).samples) {
    expect(isAllowed(bodyOf(operation), sample)).toBe(true);
    expect(received(operation, Buffer.from(JSON.stringify(sample)))).toBeNull();
  }
});

/** Faults that make any body unacceptable, wherever in it they are. */
const faults = [
  String.raw`"\ud800"`,
  String.raw`"a\u0000b"`,
  String.raw`{"\udc00":1}`,
  '{"__proto__":{"polluted":true}}',
  '{"a":1,"a":1}',
  "1e400",
  "9007199254740993",
  "5.00000000000000000001",
  `${"[".repeat(40)}${"]".repeat(40)}`,
];

const encodings = fc.constantFrom("utf8", "utf8", "utf8", "utf8", "latin1", "utf16le");

const bodies = fc.constantFrom(...operations.keys()).chain((operation) => {
  const valid = editedObject(bodyOf(operation).samples).map((body) => JSON.stringify(body));
  const anything = fc.jsonValue({ maxDepth: 3, stringUnit: "binary" }).map((body) => JSON.stringify(body));
  const text = fc.oneof(
    { weight: 5, arbitrary: valid },
    { weight: 4, arbitrary: editedText(valid) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  );
  return fc.record({ operation: fc.constant(operation), text, encoding: encodings });
});

const refusals = new Set(["malformed_json", "validation_failed"]);

describe("a body", () => {
  it(
    "that the contract does not allow is refused by every operation, and nothing else happens",
    async () => {
      let taken = 0;
      await fuzz(
        "bodies",
        fc.property(bodies, ({ operation, text, encoding }) => {
          const bytes = Buffer.from(text, encoding);
          const refusal = received(operation, bytes);
          if (refusal === null) {
            taken += 1;
            if (!isAllowed(bodyOf(operation), objectIn(bytes))) throw new Error("accepted");
          } else if (!refusals.has(refusal)) throw new Error(refusal);
          else if (refusal === "malformed_json" && objectIn(bytes) !== null) throw new Error(refusal);
          if ("polluted" in {}) throw new Error("a prototype was changed");
        }),
      );
      // The hunt is one for near misses: it has to hit as well.
      expect(taken).toBeGreaterThan(0);
    },
    patienceOf("bodies"),
  );

  it(
    "is read as what it says, unless a reader would change it",
    async () => {
      const objects = fc.dictionary(
        fc.string({ unit: "binary" }),
        fc.jsonValue({ maxDepth: 3, stringUnit: "binary" }),
      );
      const cases = fc.record({
        body: objects,
        fault: fc.option(fc.constantFrom(...faults)),
        at: fc.nat(1_000),
      });
      let kept = 0;
      await fuzz(
        "JSON reader",
        fc.property(cases, ({ body, fault, at }) => {
          const text = fault === null ? JSON.stringify(body) : withFault(body, fault, at);
          const refusal = refusalOf(() => parseBody(Buffer.from(text)));
          if (refusal === null) kept += 1;
          if (fault !== null && refusal === null) throw new Error("accepted");
          if (fault === null && refusal !== null && isKept(body)) throw new Error(refusal);
        }),
      );
      expect(kept).toBeGreaterThan(0);
    },
    patienceOf("JSON reader"),
  );
});

/** The text of the body with a fault instead of one of its values. */
function withFault(body: Json, fault: string, at: number): string {
  const mark = '"the place of the fault"';
  const keys = Object.keys(body);
  const key = keys[at % Math.max(1, keys.length)] ?? "a";
  const marked = { ...body, [key]: at % 2 === 0 ? [JSON.parse(mark)] : JSON.parse(mark) };
  return JSON.stringify(marked).replace(mark, () => fault);
}

/** What survives a database and another language: nothing of `faults` in it. */
function isKept(value: Json): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, each]) => name !== "__proto__" && isKept(name) && isKept(each));
}

/** What somebody else reads, if it is UTF-8, JSON, an object, and not nested too deep. */
function objectIn(bytes: Buffer): object | null {
  const text = bytes.toString();
  if (!Buffer.from(text).equals(bytes)) return null;
  try {
    const value = JSON.parse(text);
    const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
    return isObject && depthOf(value) <= 32 ? value : null;
  } catch {
    return null;
  }
}

function depthOf(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
