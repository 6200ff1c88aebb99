import { expect, it } from "vitest";
import { keyPageSearchOf } from "./key-page-search.ts";

it("keeps what the page of a key shows, and drops the rest", () => {
  const search = { range: "7d", by: "route", view: "table", open: "end_overlap" };
  expect(keyPageSearchOf({ ...search, page: 2 })).toEqual(search);
  expect(keyPageSearchOf({ range: "30d", by: "status", view: "chart", open: "delete" })).toEqual({});
  expect(keyPageSearchOf({ range: "12mo", by: ["route"] })).toEqual({});
});

it("keeps what is to be filled in, and of it only scopes, an address and a field", () => {
  const wanted = {
    open: "edit",
    scopes: ["products:write", "usage:read"],
    address: "2001:db8::1",
    field: "expiry",
  };
  expect(keyPageSearchOf(wanted)).toEqual(wanted);
  expect(keyPageSearchOf({ scopes: ["usage"], address: "here" })).toEqual({});
  expect(keyPageSearchOf({ scopes: "usage:read", address: 7, field: "secret" })).toEqual({});
});
