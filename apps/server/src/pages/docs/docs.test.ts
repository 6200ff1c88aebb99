import { languages, mostAttributes, tones } from "@katkey/catalog";
import { builtInScopeRules, limitsOf, longestOverlapSeconds, plans } from "@katkey/keys";
import { beforeAll, describe, expect, it } from "vitest";
import { openServer, aServer, type TestServer } from "../../../testing/server.ts";
import { problems } from "../../http/problems.ts";
import { errorsSource } from "./errors-source.ts";
import { guides } from "./guides.ts";
import { pathOf } from "./links.ts";

const parts = ["account", "products", "usage", "billing", "keys", "verify"].map(
  (part) => `reference/${part}`,
);
const paths = [...guides, "reference", ...parts, "errors"].map(pathOf);

let server: TestServer;
const pages = new Map<string, string>();

beforeAll(async () => {
  server = await openServer();
  for (const path of paths) {
    pages.set(path, (await server.send(path)).text);
    pages.set(`${path}.md`, (await server.send(`${path}.md`)).text);
  }
  return () => server.close();
});

const textOf = (path: string) => pages.get(path) ?? "";

const matches = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), ([, found = ""]) => found);

describe.each(paths)("the page %s", (path) => {
  it("is HTML, kept and asked for anew each time", async () => {
    const reply = await server.send(path);
    expect([reply.status, reply.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(reply.headers["cache-control"]).toBe("no-cache");
    const again = await server.send(path, { headers: { "if-none-match": String(reply.headers.etag) } });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await server.send(`${path}/`)).text).toBe(reply.text);
  });

  it("is Markdown, too", async () => {
    const reply = await server.send(`${path}.md`);
    expect([reply.status, reply.headers["content-type"]]).toEqual([200, "text/markdown; charset=utf-8"]);
    expect(reply.text).toMatch(/^# \S/);
    expect(reply.headers["cache-control"]).toBe("no-cache");
  });

  it("has a head without a body", async () => {
    const { headers } = await server.send(path);
    const head = await server.send(path, { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
    for (const name of ["content-length", "content-type", "etag"])
      expect(head.headers[name]).toBe(headers[name]);
  });

  it("says in every cell of a table which column it is of", () => {
    const cells = matches(textOf(path), /<td([^>]*)>/g);
    expect(cells.filter((attributes) => !/ data-label="[^"]+"/.test(attributes))).toEqual([]);
  });

  it("needs nothing that its policy forbids", async () => {
    const { text, headers } = await server.send(path);
    expect(headers["content-security-policy"]).toContain("default-src 'self';script-src 'self'");
    expect(text).not.toMatch(
      /<script(?![^>]*\ssrc=")|<style|<base|<iframe|<form|\sstyle=|\son\w+=|javascript:/i,
    );
    const loaded = matches(text, /<(?:script|img|source|link)\b[^>]*?\s(?:src|href)="([^"]*)"/g);
    for (const address of loaded) expect(address).toMatch(/^\/(?!\/)/);
  });

  it("has one main heading, and no level is left out", () => {
    const levels = matches(textOf(path), /<h(\d)/g).map(Number);
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2);
  });

  it("marks its own place in the navigation", () => {
    expect(matches(textOf(path), /<a href="([^"]*)" aria-current="page">/g)).toEqual([path]);
  });

  it("has links that lead somewhere", async () => {
    const links = matches(textOf(path), /<a [^>]*?href="([^"]*)"/g).filter((href) => href !== "/");
    for (const href of links) await expectTarget(new URL(href, server.origin + path));
  });

  it("has links that lead somewhere as Markdown, from wherever it is saved", async () => {
    const links = matches(textOf(`${path}.md`), /\]\(([^)\s]+)\)/g).filter(
      (href) => href !== `${server.origin}/`,
    );
    for (const href of links) await expectTarget(new URL(href, server.origin + path));
    for (const href of links) expect(href).toMatch(/^#|^http:/);
  });
});

async function expectTarget({ origin, pathname, hash }: URL): Promise<void> {
  expect(origin).toBe(server.origin);
  const reply = await server.send(pathname);
  expect([pathname, reply.status]).toEqual([pathname, 200]);
  // A fragment of Markdown names the heading that HTML gives this id.
  const page = pages.get(pathname.replace(/\.md$/, "")) ?? "";
  if (hash !== "") expect(page, `${pathname}${hash}`).toContain(`id="${hash.slice(1)}"`);
}

it("is told apart by titles", () => {
  const titles = paths.map((path) => matches(textOf(path), /<title>(.*)<\/title>/g).join());
  expect(new Set(titles).size).toBe(paths.length);
});

it.each([
  "/docs/x",
  "/docs/x.md",
  "/docs/index",
  "/docs/index.md",
  "/docs/limits/x",
  "/docs/reference/x",
  "/docs/reference/keys/x",
  "/docs/keys",
  "/docs/limits.html",
  "/docs/__proto__",
  "/docs/guides/limits.md",
  "/docs/..%2fguides.ts",
  "/docs/assets/docs.css",
  "/docs.html",
])("has nothing at %s", async (path) => {
  const reply = await server.send(path, { headers: { accept: "text/html" } });
  expect([reply.status, reply.body.code]).toEqual([404, "not_found"]);
});

it("is only read", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) {
    expect((await server.send("/docs/limits", { method })).status).toBe(404);
  }
});

it("gives its style, script and fonts for ever, under names that change with them", async () => {
  const [style = ""] = matches(textOf("/docs"), /href="(\/docs\/assets\/docs\.[\w-]+\.css)"/g);
  const fonts = matches((await server.send(style)).text, /url\((\/docs\/assets\/[\w.-]+\.woff2)\)/g);
  expect(fonts.length).toBeGreaterThan(1);
  for (const [type, path] of [
    ["text/css; charset=utf-8", style],
    ["text/javascript; charset=utf-8", matches(textOf("/docs"), /src="(\/docs\/assets\/docs\.[^"]+)"/g)[0]],
    ...fonts.map((font) => ["font/woff2", font] as const),
  ] as const) {
    const { status, headers } = await server.send(path ?? "");
    expect([status, headers["content-type"]]).toEqual([200, type]);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
});

it("is listed in llms.txt, every page with a line on what it is about", async () => {
  const { status, headers, text } = await server.send("/llms.txt");
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(text).toMatch(/^# .+\n\n> .+\n\n/);
  const listed = Array.from(text.matchAll(/^- \[.+\]\((\S+)\): \S.{20,}$/gm), ([, href = ""]) => href);
  const expected = [...paths.map((path) => `${path}.md`), "/openapi.json"];
  expect(listed).toEqual(expected.map((path) => server.origin + path));
});

it("speaks of this installation: its origin, its tokens", async () => {
  const elsewhere = await aServer({
    origin: "https://api.acme.example",
    wrap: (services) => ({ ...services, desk: { ...services.desk, brand: "acme" } }),
  });
  for (const path of ["/llms.txt", "/openapi.json", ...pages.keys()]) {
    const { text } = await elsewhere.send(path);
    expect(text).not.toMatch(/keys\.example\.com|\bkat_|localhost|katkey\.test/);
  }
  expect((await elsewhere.send("/docs/authentication")).text).toContain("acme_live_");
  expect((await elsewhere.send("/docs.md")).text).toContain("https://api.acme.example/v1/user");
});

const cellsOf = (path: string, name: string) => {
  const row = textOf(path)
    .split("\n")
    .find((line) => line.startsWith(`| ${name} |`));
  return row?.split("|").slice(2, -1).join("|") ?? "";
};
const codesIn = (text: string) => matches(text, /`([^`]+)`/g);

describe("what the guides say of rules", () => {
  it("is what the code knows of scopes and roles", () => {
    const { all, allowedTo } = builtInScopeRules;
    for (const scope of all) expect(cellsOf("/docs/authentication.md", `\`${scope}\``)).not.toBe("");
    for (const role of ["member", "viewer"] as const) {
      expect(codesIn(cellsOf("/docs/authentication.md", role))).toEqual(allowedTo(role));
    }
    for (const role of ["owner", "admin"] as const) expect(allowedTo(role)).toEqual(all);
    expect(cellsOf("/docs/authentication.md", "owner, admin")).toContain("all");
  });

  it("is what the code knows of plans and overlaps", () => {
    for (const plan of plans) {
      const figure = limitsOf(plan).requestsPerMinute.toLocaleString("en");
      expect(cellsOf("/docs/limits.md", plan).trim()).toMatch(new RegExp(`^${figure}\\b`));
    }
    expect(textOf("/docs/api-keys.md")).toContain(`0 to ${longestOverlapSeconds}`);
  });

  it("is what the code knows of listings and attributes", () => {
    const page = "/docs/products.md";
    expect(codesIn(cellsOf(page, "`language`"))).toEqual(languages);
    expect(codesIn(cellsOf(page, "`tone`"))).toEqual(tones);
    expect(textOf(page)).toContain(`up to ${mostAttributes} pairs`);
  });
});

describe("the explanation of errors", () => {
  it("has a place for every code, where the type of each problem leads", async () => {
    const page = textOf("/docs/errors");
    for (const code of Object.keys(problems)) expect(page).toContain(`id="${code}"`);
    const refused = await server.send("/v1/user");
    const type = new URL(refused.body.type);
    expect([type.origin, type.pathname]).toEqual([server.origin, "/docs/errors"]);
    expect(page).toContain(`id="${type.hash.slice(1)}"`);
  });

  // After a change of the table: vitest run --update.
  it("is the same in docs/errors.md", async () => {
    await expect(errorsSource()).toMatchFileSnapshot("../../../../../docs/errors.md");
  });

  it("says for each code what to do", () => {
    for (const { title, cause, fix, status } of Object.values(problems)) {
      expect(title).not.toMatch(/\.$/);
      expect(cause).toMatch(/\.$/);
      expect(fix).toMatch(/\.$/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});
