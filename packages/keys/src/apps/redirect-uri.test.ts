import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOfRedirectUris } from "./redirect-uri.ts";

const some = (count: number) => Array.from({ length: count }, (_, i) => `https://app.example.com/${i}`);

const both = ["confidential", "public"] as const;

describe("a redirect URI", () => {
  it.each([
    ["https://app.example.com/cb", both],
    ["https://app.example.com", both],
    ["https://app.example.com/cb?tenant=1", both],
    ["https://app.example.com:8443/@me/cb", both],
    ["http://127.0.0.1/cb", both],
    ["http://127.0.0.1:53682/", both],
    ["http://[::1]:8080/cb", both],
    ["http://localhost:3000/cb", ["confidential"]],
    ["https://localhost:3000/cb", ["confidential"]],
    ["com.example.app:/cb", ["public"]],
    ["com.example.app://cb", ["public"]],
  ])("%s is allowed for %j apps alone", (uri, allowed) => {
    expect(both.filter((type) => faultOfRedirectUris([uri], type) === null)).toEqual(allowed);
  });

  it.each([
    ["", "not an absolute URI"],
    ["/cb", "not an absolute URI"],
    ["https://", "not an absolute URI"],
    ["http://app.example.com/cb", "https://"],
    ["http://127.0.0.1.example.com/cb", "https://"],
    ["http://0.0.0.0/cb", "https://"],
    ["https://app.example.com/cb#", "fragment"],
    ["https://app.example.com/cb#x", "fragment"],
    ["https://eve@app.example.com/cb", "user"],
    ["https://:secret@app.example.com/cb", "user"],
    ["https://*.example.com/cb", "wildcards"],
    ["https://app.example.com/a/../cb", "write it as https://app.example.com/cb"],
    ["https://app.example.com/%2e%2e/cb", "write it as"],
    ["https://APP.example.com/cb", "write it as"],
    ["https://app.example.com\\cb", "write it as"],
    [" https://app.example.com/cb", "write it as"],
    ["https://app.example.com/ø", "write it as"],
    ["https://app.example.com:443/cb", "write it as"],
    ["http://2130706433/cb", "write it as"],
    ["javascript:alert(1)", "."],
    ["JavaScript:alert(1)", "."],
    ["data:text/html,x", "."],
    ["blob:https://app.example.com/x", "."],
    ["file:///etc/passwd", "."],
    ["about:blank", "."],
    ["myapp:/cb", "."],
    [`https://app.example.com/${"x".repeat(2_000)}`, "2000 characters"],
  ])("%j is refused for every app", (uri, why) => {
    for (const type of both) expect(faultOfRedirectUris([uri], type)).toContain(why);
  });

  it("is one of 1 to 10, each once", () => {
    expect(faultOfRedirectUris(some(10), "public")).toBeNull();
    for (const list of [[], some(11), [...some(1), ...some(1)]]) {
      expect(faultOfRedirectUris(list, "public")).toEqual(expect.any(String));
    }
  });

  it("that is allowed leads a browser to https, to this machine, or to an app whose scheme has a dot", () => {
    const scheme = fc.constantFrom(
      "https:",
      "http:",
      "com.example.app:",
      "javascript:",
      "data:",
      "ftp:",
      "x:",
    );
    const host = fc.constantFrom(
      "//app.example.com",
      "//127.0.0.1",
      "//localhost",
      "//a@b",
      "//127.1",
      "//",
      "",
    );
    const parts = fc.tuple(
      scheme,
      host,
      fc.constantFrom("", "/", ":80/", ".evil.test/", "@evil.test/"),
      fc.string(),
    );
    const anything = fc.oneof(
      parts.map((all) => all.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...both), (uri, type) => {
        if (faultOfRedirectUris([uri], type) !== null) return;
        const { protocol, hostname, hash, username } = new URL(uri);
        expect(hash + username).toBe("");
        const isLocal = ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
        expect(protocol === "https:" || isLocal || protocol.includes(".")).toBe(true);
      }),
    );
  });
});
