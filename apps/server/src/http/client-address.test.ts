import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { clientAddressBy } from "./client-address.ts";

function aRequest(peer: string, forwarded?: string): IncomingMessage {
  const request = new IncomingMessage(Object.defineProperty(new Socket(), "remoteAddress", { value: peer }));
  if (forwarded !== undefined) request.headers["x-forwarded-for"] = forwarded;
  return request;
}

it.each([
  ["nobody is trusted", [], "10.0.0.1", "203.0.113.7", "10.0.0.1"],
  ["the peer is not trusted", ["10.0.0.0/8"], "192.0.2.1", "203.0.113.7", "192.0.2.1"],
  ["there is no header", ["10.0.0.0/8"], "10.0.0.1", undefined, "10.0.0.1"],
  ["one proxy is trusted", ["10.0.0.1"], "10.0.0.1", "203.0.113.7", "203.0.113.7"],
  ["the client wrote more to the left", ["10.0.0.1"], "10.0.0.1", "1.1.1.1, 203.0.113.7", "203.0.113.7"],
  ["a chain of proxies is trusted", ["10.0.0.0/8"], "10.0.0.1", "203.0.113.7, 10.9.9.9", "203.0.113.7"],
  ["everybody in the chain is trusted", ["10.0.0.0/8"], "10.0.0.1", "10.1.1.1, 10.9.9.9", "10.1.1.1"],
  ["the header holds no address", ["10.0.0.1"], "10.0.0.1", "unknown", "10.0.0.1"],
  ["the header holds something long", ["10.0.0.1"], "10.0.0.1", "x".repeat(9_000), "10.0.0.1"],
  ["the header is empty", ["10.0.0.1"], "10.0.0.1", "", "10.0.0.1"],
  ["the socket is dual-stack", ["10.0.0.1"], "::ffff:10.0.0.1", "203.0.113.7", "203.0.113.7"],
  ["the proxy is reached by IPv6", ["2001:db8::/32"], "2001:db8::1", "2001:db9::7", "2001:db9::7"],
  ["the proxy writes ports", ["10.0.0.1"], "10.0.0.1", "203.0.113.7:5678", "203.0.113.7"],
  ["the proxy writes ports of IPv6", ["10.0.0.1"], "10.0.0.1", "[2001:db8::7]:5678", "2001:db8::7"],
  ["the proxy writes brackets only", ["10.0.0.1"], "10.0.0.1", "[2001:db8::7]", "2001:db8::7"],
  ["a trusted hop has a port", ["10.0.0.0/8"], "10.0.0.1", "203.0.113.7:1, 10.9.9.9:2", "203.0.113.7"],
  ["the header holds only a port", ["10.0.0.1"], "10.0.0.1", ":5678", "10.0.0.1"],
  ["the socket is gone", ["10.0.0.1"], "", "203.0.113.7", ""],
])("when %s", (_, trusted, peer, forwarded, expected) => {
  expect(clientAddressBy(trusted)(aRequest(peer, forwarded))).toBe(expected);
});
