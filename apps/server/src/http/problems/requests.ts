import type { ProblemDefinition } from "./definition.ts";

export type RequestProblemCode =
  | "not_found"
  | "method_not_allowed"
  | "unsupported_media_type"
  | "body_too_large"
  | "malformed_json"
  | "validation_failed"
  | "origin_not_allowed"
  | "malformed_request"
  | "request_timeout"
  | "header_too_large"
  | "expectation_failed"
  | "precondition_failed"
  | "idempotency_key_invalid"
  | "idempotency_key_reused"
  | "range_not_satisfiable"
  | "internal_error";

/** What is asked for, and how. */
export const requestProblems = {
  not_found: {
    status: 404,
    title: "There is nothing here",
    cause: "No resource has this path.",
    fix: "Compare the path with the documentation.",
  },
  method_not_allowed: {
    status: 405,
    title: "The method is not allowed here",
    cause: "The path exists, but does not answer this method.",
    fix: "Use one of the methods in the Allow header.",
  },
  unsupported_media_type: {
    status: 415,
    title: "The body is not JSON",
    cause: "Bodies are read as uncompressed JSON in UTF-8 only.",
    fix: "Send JSON with `Content-Type: application/json`.",
  },
  body_too_large: {
    status: 413,
    title: "The body is too large",
    cause: "The body is larger than 100 kB.",
    fix: "Send less at once.",
  },
  malformed_json: {
    status: 400,
    title: "The body is malformed",
    cause: "The body is not valid JSON in UTF-8, is nested more than 32 levels deep, or is not an object.",
    fix: "Send one JSON object.",
  },
  validation_failed: {
    status: 422,
    title: "The input is not acceptable",
    cause: "The input is missing something, or has something that does not belong there.",
    fix: "`errors` names each place and what is wrong there.",
  },
  origin_not_allowed: {
    status: 403,
    title: "The request came from elsewhere",
    cause: "The dashboard's procedures answer pages of this installation only.",
    fix: "Open the dashboard under the address that KATKEY_ORIGIN names. Programs use the REST API.",
  },
  malformed_request: {
    status: 400,
    title: "The request is malformed",
    cause: "The request breaks the rules of HTTP/1.1.",
    fix: "Use a well-kept HTTP client.",
  },
  request_timeout: {
    status: 408,
    title: "The request took too long",
    cause: "The header did not arrive within 10 seconds, or the whole request within 30.",
    fix: "Send the request again.",
  },
  header_too_large: {
    status: 431,
    title: "The header is too large",
    cause: "The header has more than 100 lines or 16 kB.",
    fix: "Send fewer and shorter header fields.",
  },
  expectation_failed: {
    status: 417,
    title: "The expectation cannot be met",
    cause: "The Expect header asks for something other than 100-continue.",
    fix: "Leave the Expect header out.",
  },
  precondition_failed: {
    status: 412,
    title: "The precondition does not hold",
    cause: "What is stored now is not what the request's condition names.",
    fix: "Read it again, decide anew, and name the version that you have just read in If-Match. `version` says which is stored.",
  },
  idempotency_key_invalid: {
    status: 400,
    title: "The Idempotency-Key is malformed",
    cause:
      "The Idempotency-Key header is empty, longer than 255 characters, or has characters other than visible ASCII.",
    fix: "Make up a new value for each thing that is to be done once, such as a UUID, and send it bare or in double quotes.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "The Idempotency-Key was used for something else",
    cause:
      "Within 24 hours this key has sent another body, or a request for another object, with the same Idempotency-Key to this route.",
    fix: "Send exactly the first request to have it repeated, or make up a new value for a new request.",
  },
  range_not_satisfiable: {
    status: 416,
    title: "The range lies outside the file",
    cause: "The Range header asks for bytes that the file does not have.",
    fix: "Ask for the whole file.",
  },
  internal_error: {
    status: 500,
    title: "Something went wrong on our side",
    cause: "The request failed for a reason that is not in the request.",
    fix: "Try again later. If it stays, give the operator the request id in `instance`.",
  },
} as const satisfies Record<RequestProblemCode, ProblemDefinition>;
