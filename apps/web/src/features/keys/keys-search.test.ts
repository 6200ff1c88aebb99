import { expect, it } from "vitest";
import { parseKeysSearch } from "./keys-search.ts";

it.each([["all"], ["active"], ["rotating"], ["expired"], ["revoked"]])("keeps the status %s", (status) => {
  const search = { q: "zap", status, environment: "test" };
  expect(parseKeysSearch(search)).toEqual(search);
});

it.each([
  [{}],
  [{ q: "" }],
  [{ status: "gone", environment: "prod", page: 3 }],
  [{ q: 7, status: ["revoked"], environment: null }],
])("shows the default list for %j", (raw) => {
  expect(parseKeysSearch(raw)).toEqual({});
});
