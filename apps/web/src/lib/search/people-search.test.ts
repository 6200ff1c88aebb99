import { expect, it } from "vitest";
import { peopleSearchOf } from "./people-search.ts";

it("keeps filters and drops everything else", () => {
  expect(peopleSearchOf({ q: "ada", status: "banned", page: "2" })).toEqual({ q: "ada", status: "banned" });
  expect(peopleSearchOf({ q: 7, status: "suspended" })).toEqual({});
});
