import { expect, it } from "vitest";
import { connectErrorSearchOf } from "./connect-error-search.ts";

it("knows a code by its form", () => {
  expect(connectErrorSearchOf({ code: "invalid_request" })).toEqual({ code: "invalid_request" });
});

it.each(["Call +45 12 34 56 78", "<b>", "a_b_c_d_e_f", "x".repeat(60), "", 7, undefined])(
  "shows nothing else that somebody wrote into the address: %s",
  (code) => {
    expect(connectErrorSearchOf({ code })).toEqual({ code: undefined });
  },
);
