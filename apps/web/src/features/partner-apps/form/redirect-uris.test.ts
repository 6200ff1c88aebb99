import { describe, expect, it } from "vitest";
import { faultOfRedirectUris } from "../../../../../../packages/keys/src/apps/redirect-uri.ts";
import { mistakesInRedirectUris, redirectUrisIn } from "./redirect-uris.ts";

const uris = [
  "https://shop.example/connected",
  "https://shop.example",
  "https://shop.example:8443/a?b=c",
  "https://SHOP.example/connected",
  "https://*.shop.example/",
  "https://shop.example/#done",
  "https://me@shop.example/",
  "https://me:secret@shop.example/",
  "https://localhost/",
  "https://127.0.0.1/",
  "http://shop.example/",
  "http://localhost:3000/connected",
  "http://127.0.0.1/connected",
  "http://[::1]:7000/",
  "http://127.1/",
  "com.example.app:/connected",
  "myapp:/connected",
  "javascript:alert(1)",
  "data:text/html,x",
  "/connected",
  "shop.example/connected",
  "https://shop.example/å",
  `https://shop.example/${"a".repeat(2_000)}`,
];

describe.each(["confidential", "public"] as const)("of a %s app", (type) => {
  it.each(uris)("says of %s what the server says", (uri) => {
    expect(mistakesInRedirectUris(uri, type).length === 0).toBe(faultOfRedirectUris([uri], type) === null);
  });
});

it("names each line that is wrong, and knows no empty ones", () => {
  const text = "https://a.example/\n\n  http://b.example/ \nhttps://a.example/\nhttps://B.example/";
  expect(mistakesInRedirectUris(text, "confidential")).toEqual([
    { line: 3, fault: "insecure" },
    { line: 4, fault: "repeated" },
    { line: 5, fault: "spelling", written: "https://b.example/" },
  ]);
  expect(redirectUrisIn(" https://a.example/ \n\n")).toEqual(["https://a.example/"]);
});

it("takes ten, as the server does", () => {
  const list = Array.from({ length: 11 }, (_, index) => `https://a.example/${index}`);
  expect(mistakesInRedirectUris(list.join("\n"), "public")).toEqual([{ line: 11, fault: "too_many" }]);
  expect(faultOfRedirectUris(list.slice(0, 10), "public")).toBeNull();
  expect(faultOfRedirectUris(list, "public")).not.toBeNull();
});
