import { z } from "zod";
import { problemBody } from "../../http/problem.ts";
import { inputFaultCodes, inputFaults } from "../../http/problems/input-faults.ts";
import { problems, type ProblemCode } from "../../http/problems.ts";
import { idInput } from "../../input/id.ts";
import { timeOf } from "../../view/time.ts";
import { timeAnswer } from "../../view/time-answer.ts";
import { validationDetails } from "../reading/input.ts";
import type { Example } from "./model.ts";

const faultsDescription = [
  "What kind of fault it is: what programs compare.",
  ...inputFaultCodes.map((code) => `- \`${code}\`: ${inputFaults[code]}`),
].join("\n");

const inputErrorAnswer = z
  .strictObject({
    path: z.string().describe("The names that lead to the place, joined by dots; empty for the whole."),
    message: z.string(),
    code: z.enum(inputFaultCodes).meta({ description: faultsDescription, examples: ["unknown_field"] }),
  })
  .meta({ id: "InputError", description: "One thing that is wrong with the input, and where." });

/** The schema of every refusal's body. */
export function problemAnswer(codes: readonly ProblemCode[]) {
  return z
    .strictObject({
      type: z.url().describe("Where the code is explained, and how to get rid of it."),
      title: z.string().describe("What the code always means."),
      status: z.int().describe("The status of the answer."),
      detail: z.string().describe("What is wrong this time."),
      instance: z.string().describe("The request id, which `X-Request-Id` has too."),
      code: z.enum(codes).describe("Never changes its meaning: what programs compare."),
      errors: z.array(inputErrorAnswer).optional().describe("With `validation_failed`: 50 places at most."),
      endedAt: timeAnswer
        .optional()
        .describe(
          "With `key_expired`, `key_revoked`, `secret_retired` and `secret_quarantined`: when that was.",
        ),
      version: z
        .int()
        .optional()
        .describe(
          "With `precondition_failed` and `product_changed`: the product's version that is stored now.",
        ),
      productId: idInput("prd").optional().describe("With `sku_taken`: the product that has the SKU."),
    })
    .meta({ id: "Problem", description: "A refusal (RFC 9457)." });
}

/** A refusal with this code, as it is answered. */
export function problemExample(
  code: ProblemCode,
  { origin, status }: { readonly origin: string; readonly status: number },
): Example {
  const details = detailsOf(code);
  const requestId = "3f0c2a1e-6f0b-4a52-9a37-1d2f0c9b7e54";
  const value = { ...problemBody(code, details, { origin, requestId }), status };
  return { summary: problems[code].title, value };
}

const endedAt = timeOf(Date.UTC(2026, 10, 21, 12));

function detailsOf(code: ProblemCode) {
  if (code === "validation_failed") {
    return validationDetails([{ path: "colour", message: "There is no such field.", code: "unknown_field" }]);
  }
  if (code === "precondition_failed") {
    return { detail: "If-Match does not name version 2, which is stored now.", members: { version: 2 } };
  }
  if (code === "sku_taken") return { members: { productId: "prd_0Rk3VvN2sQ7xYb5LmT9cHd" } };
  return endings.has(code) ? { members: { endedAt } } : {};
}

const endings: ReadonlySet<ProblemCode> = new Set([
  "key_expired",
  "key_revoked",
  "secret_retired",
  "secret_quarantined",
]);
