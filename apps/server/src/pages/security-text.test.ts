import { expect, it } from "vitest";
import { aServer } from "../../testing/server.ts";

const path = "/.well-known/security.txt";
const contact = "mailto:security@acme.example";

function aServerWithContact(origin: string, securityContact: string | null = contact) {
  return aServer({ origin, wrap: (services) => ({ ...services, securityContact }) });
}

it("says where to report, until when, and where this is said", async () => {
  const server = await aServerWithContact("https://keys.acme.example");
  const { status, headers, text } = await server.send(path);
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(headers["cache-control"]).toBe("public, max-age=86400");
  const [first, expires = "", ...others] = text.split("\n");
  expect(first).toBe(`Contact: ${contact}`);
  expect(others).toEqual([
    "Preferred-Languages: en",
    `Canonical: https://keys.acme.example${path}`,
    "", // the last line ends, too
  ]);
  const [, time = ""] = /^Expires: (\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(expires) ?? [];
  const days = (Date.parse(time) - server.clock.now()) / (24 * 60 * 60 * 1_000);
  expect(days).toBeGreaterThan(363);
  expect(days).toBeLessThan(365);
});

it("names no canonical address without TLS: the standard has none", async () => {
  const server = await aServerWithContact("http://localhost:3000");
  expect((await server.send(path)).text).not.toContain("Canonical");
});

it("is not there when nobody has said where to report", async () => {
  const server = await aServer();
  const { status, body } = await server.send(path, { headers: { accept: "text/html" } });
  expect([status, body.code]).toEqual([404, "not_found"]);
});

it("is only read, and is alone in its directory", async () => {
  const server = await aServerWithContact("https://keys.acme.example");
  expect((await server.send(path, { method: "POST" })).status).toBe(404);
  expect((await server.send("/.well-known/x")).status).toBe(404);
  expect((await server.send(path, { method: "HEAD" })).status).toBe(200);
});
