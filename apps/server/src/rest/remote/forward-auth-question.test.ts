import { createScopeRules } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { createQuestions } from "./forward-auth-question.ts";

const path = "/v1/forward-auth";
const read = () => createQuestions(createScopeRules(["orders:read", "orders:write"]));
const ask = (query: string) => read()(`${path}${query}`);
const codes = (query: string) => ask(query).mistakes.map(({ path: at, code }) => `${at} ${code}`);

describe("what a gateway's configuration asks", () => {
  it.each([
    ["", []],
    ["?", []],
    ["?scope=orders:read", ["orders:read"]],
    ["?scope=orders%3Aread", ["orders:read"]],
    ["?scope=orders:read&scope=orders:write", ["orders:read", "orders:write"]],
    ["?scope=orders:read%20orders:write", ["orders:read", "orders:write"]],
    ["?scope=orders:read+orders:write&scope=orders:read", ["orders:read", "orders:write"]],
    ["?scope=products:read&route=x", ["products:read"]],
  ])("%s needs %j", (query, scopes) => {
    expect(ask(query)).toMatchObject({ scopes, mistakes: [] });
  });

  it.each([
    ["", "(forwarded)"],
    ["?route=orders", "orders"],
    ["?route=orders.v2_x-y", "orders.v2_x-y"],
  ])("%s counts as %s", (query, route) => {
    expect(ask(query)).toMatchObject({ route, mistakes: [] });
  });

  it.each([
    ["?scope=", "scope not_one_of"],
    ["?scope", "scope not_one_of"],
    ["?scope=orders:read&scope=", "scope not_one_of"],
    ["?scope=order:read", "scope not_one_of"],
    ["?scope=orders:read,orders:write", "scope not_one_of"],
    ["?scope=ORDERS:READ", "scope not_one_of"],
    ["?scope=orders:read%00", "scope broken_text"],
    ["?scopes=orders:read", "scopes unknown_field"],
    ["?Scope=orders:read", "Scope unknown_field"],
    ["?scope=orders:read?route=x", "scope not_one_of"],
    ["??scope=orders:read", "?scope unknown_field"],
    ["?route=", "route malformed"],
    ["?route=orders/7", "route malformed"],
    ["?route=(forwarded)", "route malformed"],
    [`?route=${"x".repeat(65)}`, "route malformed"],
    ["?route=a&route=b", "route repeated"],
    ["?gateway=caddy", "gateway not_one_of"],
    ["?gateway=", "gateway not_one_of"],
    ["?%75ri=/x", "uri unknown_field"],
    ["?route=%zz", "route broken_text"],
    ["?scope=orders:read&page=2", "page unknown_field"],
  ])("%s is a mistake", (query, mistake) => {
    expect(codes(query)).toContain(mistake);
  });

  it.each([
    "/orders",
    "/orders?scope=orders:write",
    "/?&scope=&route=evil&gateway=nginx&uri=/x",
    "/%zz?%00",
    "&scope=orders:write",
    "",
  ])("nothing changes what is asked that Envoy writes behind uri=, such as %s", (clients) => {
    const configured = "?scope=orders:read&route=orders";
    expect(ask(`${configured}&uri=${clients}`)).toEqual(ask(configured));
    expect(ask(`?uri=${clients}`)).toEqual(ask(""));
  });

  it("whoever forgets uri= notices, whatever the client calls", () => {
    for (const called of ["/orders", "/", "/?scope=orders:read", "/orders?a=b&c=d"]) {
      expect(ask(`?scope=orders:read${called}`).mistakes).not.toEqual([]);
      expect(ask(`?scope=orders:read&route=orders${called}`).mistakes).not.toEqual([]);
    }
  });

  it("is read once, and remembered for as long as there is room", () => {
    const questionIn = read();
    const first = questionIn(`${path}?scope=orders:read&uri=/a`);
    expect(questionIn(`${path}?scope=orders:read&uri=/b`)).toBe(first);
    for (let i = 0; i < 500; i += 1) questionIn(`${path}?route=r${i}`);
    expect(questionIn(`${path}?scope=orders:read&uri=/c`)).toEqual(first);
  });
});
