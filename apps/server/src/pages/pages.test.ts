import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { aServer } from "../../testing/server.ts";

function aBuiltApp(): string {
  const directory = mkdtempSync(join(tmpdir(), "katkey-web-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  mkdirSync(join(directory, "assets"));
  writeFileSync(join(directory, "index.html"), "<!doctype html><title>Katkey</title>");
  writeFileSync(join(directory, "assets/index-abc123.js"), "export {};");
  writeFileSync(join(directory, "favicon.svg"), "<svg/>");
  writeFileSync(join(directory, ".katkey-built"), "stamp");
  return directory;
}

const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("the web app", () => {
  it.each(["/", "/sign-in", "/setup", "/organizations/org_1/keys/key_1", "/keys?search=a.b"])(
    "answers a browser at %s with its page, which nobody keeps",
    async (path) => {
      const server = await aServer({ webDirectory: aBuiltApp() });
      const { status, text, headers } = await server.send(path, { headers: html });
      expect([status, text]).toEqual([200, "<!doctype html><title>Katkey</title>"]);
      expect(headers["cache-control"]).toBe("no-cache, no-store");
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(headers["etag"]).toBeUndefined();
    },
  );

  it("gives its hashed files for ever, and the others anew each time", async () => {
    const server = await aServer({ webDirectory: aBuiltApp() });
    const hashed = await server.send("/assets/index-abc123.js");
    expect(hashed.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(hashed.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    const other = await server.send("/favicon.svg");
    expect(other.headers["cache-control"]).toBe("no-cache, no-store");
    const page = await server.send("/index.html");
    expect(page.headers["cache-control"]).toBe("no-cache, no-store");
  });

  it("gives the packed copy of its code to whoever takes it, and the code itself to everybody else", async () => {
    const webDirectory = aBuiltApp();
    writeFileSync(join(webDirectory, "assets/index-abc123.js.gz"), gzipSync("export {};"));
    writeFileSync(join(webDirectory, "assets/alone.css"), "a {}");
    const server = await aServer({ webDirectory });
    const ask = (path: string, encoding: string) =>
      server.send(path, { headers: { "accept-encoding": encoding } });
    const packed = await ask("/assets/index-abc123.js", "gzip, br");
    expect(packed.headers).toMatchObject({
      "content-encoding": "gzip",
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    for (const [path, encoding, text] of [
      ["/assets/index-abc123.js", "identity", "export {};"],
      ["/assets/index-abc123.js", "gzip;q=0", "export {};"],
      ["/assets/alone.css", "gzip", "a {}"],
    ] as const) {
      const plain = await ask(path, encoding);
      expect([plain.status, plain.text, plain.headers["content-encoding"]]).toEqual([200, text, undefined]);
      expect(plain.headers["vary"]).toBe("Accept-Encoding");
    }
  });

  it.each([
    "/v1/x",
    "/api/x",
    "/trpc/x",
    "/docs/x",
    "/healthz/x",
    "/assets/gone.js",
    "/assets/gone",
    "/.katkey-built",
    "/.env",
    "/.git/HEAD",
    "/index.js.map",
    "/%2e%2e%2f%2e%2e/package.json",
    "/..%5c..%5cpackage.json",
    "/%zz",
  ])("is not what a browser gets at %s", async (path) => {
    const server = await aServer({ webDirectory: aBuiltApp() });
    const { status, text, headers } = await server.send(path, { headers: html });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain("<title>");
    expect(headers["content-type"]).toBe("application/problem+json");
  });

  it("is no answer to programs that ask for something else, or by another method", async () => {
    const server = await aServer({ webDirectory: aBuiltApp() });
    expect((await server.send("/metrics")).status).toBe(404);
    expect((await server.send("/metrics", { headers: { accept: "application/json" } })).status).toBe(404);
    expect((await server.send("/sign-in", { method: "POST", headers: html })).status).toBe(404);
  });

  it.each([
    [412, "precondition_failed", { "if-match": '"x"' }],
    [412, "precondition_failed", { "if-unmodified-since": "Mon, 01 Jan 1990 00:00:00 GMT" }],
    [416, "range_not_satisfiable", { range: "bytes=999999-" }],
  ])("refuses a file with %i %s under a condition that does not hold, and logs no fault", async (...row) => {
    const [status, code, condition] = row;
    const server = await aServer({ webDirectory: aBuiltApp() });
    const { headers, ...reply } = await server.send("/assets/index-abc123.js", { headers: condition });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(headers["cache-control"]).toBe("no-store");
    for (const name of ["etag", "last-modified", "accept-ranges"]) expect(headers[name]).toBeUndefined();
    expect(server.logs()).not.toContain('"level":50');
    expect(server.logs()).not.toContain("stack");
  });

  it.each([
    { "if-match": '"x"' },
    { "if-unmodified-since": "Mon, 01 Jan 1990 00:00:00 GMT" },
    { range: "bytes=9-" },
  ])("is one page without versions or parts: %o", async (condition) => {
    const server = await aServer({ webDirectory: aBuiltApp() });
    const reply = await server.send("/", { headers: { ...html, ...condition } });
    expect([reply.status, reply.text]).toEqual([200, "<!doctype html><title>Katkey</title>"]);
  });

  it("says how to get it where it is not built", async () => {
    const server = await aServer();
    const reply = await server.send("/", { headers: html });
    expect(reply.status).toBe(503);
    expect(reply.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(reply.text).toContain("npm start");
  });
});
