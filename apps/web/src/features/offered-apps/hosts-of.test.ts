import { expect, it } from "vitest";
import { hostsOf } from "./hosts-of.ts";

it("names each host once, with its port, and the scheme of what has none", () => {
  const uris = [
    "https://shop.example/connected",
    "https://shop.example/other",
    "http://localhost:3000/",
    "com.example.app:/connected",
  ];
  expect(hostsOf(uris)).toEqual(["shop.example", "localhost:3000", "com.example.app:"]);
});
