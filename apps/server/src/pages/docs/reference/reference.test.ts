import { beforeAll, describe, expect, it } from "vitest";
import { openServer, type TestServer } from "../../../../testing/server.ts";
import { openApiDocument } from "../../../rest/openapi/openapi-document.ts";
import { operationsOf } from "./operations.ts";

const document = openApiDocument("http://katkey.test");
const operations = operationsOf(document).map(({ method, path, operation }) => ({
  ...operation,
  heading: `${method} ${path}`,
  page: `/docs/reference/${operation.tags.join("").toLowerCase()}`,
  scopes: operation.security[0].apiKey ?? [],
}));

let server: TestServer;

beforeAll(async () => {
  server = await openServer();
  return () => server.close();
});

const read = async (path: string) => (await server.send(path)).text;

describe.each(operations)("the operation $heading", ({ heading, page, summary, operationId, scopes }) => {
  it("has a section on its part's page, with a command", async () => {
    const [, section = ""] = (await read(`${page}.md`)).split(`\n## ${heading}\n`);
    const [own = ""] = section.split(/\n##/);
    expect(own).toMatch(/^curl .*\/(v1|api)\//m);
    expect(own).toContain(`**${summary}.**`);
  });

  it("is in the overview, with what it does and needs", async () => {
    const row = (await read("/docs/reference.md"))
      .split("\n")
      .find((line) => line.includes(`\`${heading}\``));
    expect(row).toContain(`| ${summary} |`);
    for (const scope of scopes) expect(row).toContain(`\`${scope}\``);
  });

  it("is in the navigation of its page, by what it does", async () => {
    const [, contents = ""] = /<nav class="contents"[^]*?>([^]*?)<\/nav>/.exec(await read(page)) ?? [];
    expect(contents.replaceAll("&#39;", "'")).toContain(`<span>${summary}</span>`);
  });

  it("is found by the anchors it had when the reference was one page, and by its id", async () => {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\w]+/g, "-")
      .replace(/-$/, "");
    const link = new RegExp(`<a href="([^"]+)" id="${anchor}"><span class="request" id="${operationId}">`);
    const [, target] = link.exec(await read("/docs/reference")) ?? [];
    expect(target).toBe(`${page}#${anchor}`);
    expect(await read(page)).toContain(`<h2 id="${anchor}">`);
  });
});

it.each(Object.keys(document.components.schemas))("describes the object %s", async (name) => {
  const overview = await read("/docs/reference");
  const anchor = `the-${name.toLowerCase()}-object`;
  expect(overview).toContain(` id="${anchor}"`);
  const [, page] = new RegExp(`href="([^"#]+)#${anchor}" id=`).exec(overview) ?? [];
  expect(await read(page ?? "/docs/reference")).toContain(`<h3 id="${anchor}">`);
});

it("is one click away from the start", async () => {
  expect(await read("/docs")).toContain('<a href="/docs/reference">');
});
