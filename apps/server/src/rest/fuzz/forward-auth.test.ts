import { createScopeRules } from "@katkey/keys";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { fuzz, patienceOf } from "../../../testing/fuzz/fuzzing.ts";
import { createQuestions } from "../remote/forward-auth-question.ts";

const law = "gateway questions";

/** A URL comes to us as visible ASCII without a fragment: anything else was refused before. */
const anything = fc.stringMatching(/^[!-"$-~]{0,40}$/);

const parts = fc.constantFrom(
  "&",
  "?",
  "=",
  "/",
  "+",
  "%26",
  "%00",
  "%",
  "uri=",
  "scope=",
  "route=",
  "gateway=nginx",
  "orders:write",
);

const written = fc.oneof(
  anything,
  fc.array(parts).map((some) => some.join("")),
);

it(
  "a gateway asks for no less with what a client writes behind it, and with uri= for exactly the same",
  async () => {
    const questionIn = createQuestions(createScopeRules(["orders:read", "orders:write"]));
    const asked = "/v1/forward-auth?scope=orders:read&route=orders";
    const configured = JSON.stringify(questionIn(asked));
    const property = fc.property(written, (text) => {
      const { scopes, mistakes } = questionIn(`${asked}${text}`);
      expect(mistakes.length > 0 || scopes.includes("orders:read")).toBe(true);
      expect(JSON.stringify(questionIn(`${asked}&uri=${text}`))).toBe(configured);
    });
    await fuzz(law, property);
  },
  patienceOf(law),
);
