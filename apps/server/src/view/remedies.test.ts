import { expect, it } from "vitest";
import type { ProblemCode } from "../http/problems.ts";
import { problemsBesideRoutes, problemsOf } from "../rest/openapi/problem-codes.ts";
import { routes } from "../rest/routes.ts";
import { remedies } from "./remedies.ts";

/** Answered before anybody knows whose key it is. */
const toStrangers: readonly ProblemCode[] = [
  "missing_credentials",
  "invalid_request",
  "invalid_token",
  "too_many_failures",
  "request_timeout",
  "expectation_failed",
  "header_too_large",
];

it("there is a remedy for every problem that the API can answer to a known key, and for no other", () => {
  const ofRoutes = routes.flatMap((route) => [...problemsOf(route).values()].flat());
  const answered = new Set<string>([...ofRoutes, ...problemsBesideRoutes]);
  for (const code of toStrangers) answered.delete(code);
  expect(Object.keys(remedies).toSorted()).toEqual([...answered].toSorted());
});
