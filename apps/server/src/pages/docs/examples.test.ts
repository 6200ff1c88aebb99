import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { codeBlocksOf } from "../../../testing/documentation.ts";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { aServer, type Reply, type TestServer } from "../../../testing/server.ts";
import { aServiceToken } from "../../../testing/service-token.ts";
import { requestOf, wordsOf, type Variables } from "../../../testing/shell.ts";
import { guides, readGuide } from "./guides.ts";
import { pathOf } from "./links.ts";

const commandsIn = (code: string) => code.trim().replaceAll("\\\n", " ").split("\n");

/** Somebody in the middle of their work: with a key that may do everything, products, and another key. */
async function aReader(options: Parameters<typeof aServer>[0] = {}) {
  const server = await aServer(options);
  const organization = await anOrganization(server);
  const { token } = await aKey(server, organization);
  const spare = await aKey(server, organization);
  const leaked = await aKey(server, organization);
  const narrow = await aKey(server, organization, { scopes: ["products:read"] });
  for (const name of ["Bread knife", "Kettle"]) {
    await server.send("/v1/products", { method: "POST", token, body: { name } });
  }
  const page = await server.send("/v1/products?limit=1", { token });
  const variables: Variables = {
    KATKEY_API_KEY: token,
    LEAKED_TOKEN: leaked.token,
    PRODUCTS_TOKEN: narrow.token,
    PRODUCT_ID: page.body.data[0].id,
    KEY_ID: spare.key.id,
    CURSOR: page.body.nextCursor,
    KATKEY_SERVICE_TOKEN: (await aServiceToken(server)).token,
    CLIENT_TOKEN: narrow.token,
  };
  return { server, variables };
}

/** A page's commands, and what it shows as their answers, done one after the other. */
async function follow(server: TestServer, variables: Variables, markdown: string): Promise<number> {
  let commands = 0;
  let last: Reply | undefined;
  let unanswered = false;
  const settle = () => {
    if (unanswered) expect(last?.status, last?.text).toBeLessThan(300);
    unanswered = false;
  };
  for (const { language, code } of codeBlocksOf(markdown)) {
    if (language === "sh") {
      for (const command of commandsIn(code)) {
        settle();
        if (assign(command, variables, last)) continue;
        last = await run(server, wordsOf(command, variables));
        unanswered = true;
        commands += 1;
      }
    } else if (language === "http" && code.startsWith("HTTP/") && last !== undefined) {
      expectHead(last, code);
      unanswered = false;
    } else if (language === "json") {
      expect(shapeOf(JSON.parse(code))).toEqual(shapeOf(last?.body));
    }
  }
  settle();
  return commands;
}

/** `export NAME='prd_…'`: the reader takes the id out of the answer that is on the screen. */
function assign(command: string, variables: Variables, last: Reply | undefined): boolean {
  const { name, prefix } = /^export (?<name>\w+)='(?<prefix>\w+_)…'$/.exec(command)?.groups ?? {};
  if (name === undefined) return false;
  const seen = new RegExp(`"id":"(${prefix}[^"]+)"`).exec(last?.text ?? "")?.[1];
  variables[name] = seen ?? variables[name] ?? "";
  return true;
}

async function run(server: TestServer, words: readonly string[]): Promise<Reply> {
  const { url, ...request } = requestOf(words);
  const { origin, pathname, search } = new URL(url);
  expect(origin).toBe(server.origin);
  return server.send(pathname + search, request);
}

function expectHead(reply: Reply, code: string): void {
  const [status = "", ...lines] = code.trim().split("\n");
  expect(`HTTP/1.1 ${reply.status}`).toBe(status.split(" ").slice(0, 2).join(" "));
  for (const line of lines) {
    const [name = "", ...value] = line.split(": ");
    expect(reply.headers[name.toLowerCase()]).toBe(value.join(": "));
  }
}

/** The names of an answer, and of what kind each value is; of a list the first item. What is null can be anything. */
function shapeOf(value: unknown, path = "$"): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : shapeOf(value[0], `${path}[]`);
  if (typeof value !== "object" || value === null) return [path];
  if (path.endsWith(".attributes")) return [path];
  return Object.entries(value)
    .flatMap(([name, member]) => shapeOf(member, `${path}.${name}`))
    .toSorted();
}

describe.each(guides)("the guide %s", (guide) => {
  it("has commands that do what it says", async () => {
    const { server, variables } = await aReader();
    const { text } = await server.send(`${pathOf(guide)}.md`);
    const written = codeBlocksOf(text).filter(
      ({ language, code }) => language === "sh" && code.includes("curl"),
    );
    const commands = await follow(server, variables, text);
    expect(commands).toBeGreaterThanOrEqual(written.length);
  });
});

it("the start page leads from a key to the bill in five commands", async () => {
  const { server, variables } = await aReader();
  const { text } = await server.send("/docs.md");
  expect(await follow(server, variables, text)).toBe(5);
});

it("the README leads from a key to the bill, too, and on to an API of one's own", async () => {
  const { server, variables } = await aReader({ ownScopes: ["orders:read", "orders:write"] });
  const readme = await readFile(new URL("../../../../../README.md", import.meta.url), "utf8");
  const from = readme.indexOf("## Issue and use a key");
  const to = readme.indexOf("## Map of the code");
  const markdown = readme
    .slice(from, to)
    .replaceAll("http://localhost:3000", server.origin)
    // Done in the installation's shell, and tested with the command.
    .replaceAll(/^npm run katkey -- .*\n/gm, "");
  expect(await follow(server, variables, markdown)).toBe(7);
});

const scripts = guides.flatMap((guide) =>
  codeBlocksOf(readGuide(guide))
    .filter(({ language }) => language === "js")
    .map(({ section }) => ({ guide, section })),
);

describe.each(scripts)("the JavaScript of $guide, $section", ({ guide, section }) => {
  it("runs", async () => {
    const { server, variables } = await aReader();
    const { text } = await server.send(`${pathOf(guide)}.md`);
    const block = codeBlocksOf(text).find((one) => one.language === "js" && one.section === section);
    const code = block?.code.replaceAll(server.origin, server.url) ?? "";
    const env = { KATKEY_API_KEY: variables["KATKEY_API_KEY"], NODE_ENV: "production" };
    const done = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], {
      env,
    });
    expect(done.stderr).toBe("");
  });
});

it("the guide to partner apps shows a whole app in under 100 lines, which the browser tests run", async () => {
  const program = await readFile(new URL("guides/partner-app.mjs", import.meta.url), "utf8");
  const shown = codeBlocksOf(readGuide("partner-apps")).find(({ language }) => language === "mjs");
  expect(shown?.code.trim()).toBe(program.trim());
  expect(program.trim().split("\n").length).toBeLessThan(100);
});

/** What the guide's code is tried with: its function's name, a question, and the code that comes of it. */
const programs = [
  {
    language: "python",
    name: "Python",
    command: "python3",
    version: ["--version"],
    file: "verify.py",
    main: `
import sys
print(*(verify(token, scopes=["products:read"], route="/orders/{id}")["code"] for token in sys.argv[1:]))
`,
    args: ["verify.py"],
  },
  {
    language: "go",
    name: "Go",
    command: "go",
    version: ["version"],
    file: "verify.go",
    main: `
func main() {
	for _, token := range os.Args[1:] {
		decision, err := Verify(Question{Token: token, Scopes: []string{"products:read"}, Route: "/orders/{id}"})
		if err != nil {
			panic(err)
		}
		fmt.Print(decision.Code, " ")
	}
}
`,
    args: ["run", "verify.go"],
  },
] as const;

describe.each(programs)(
  "the $name of the guide to verifying",
  ({ language, command, version, ...program }) => {
    it.skipIf(spawnSync(command, version).status !== 0)("decides about keys", async () => {
      const { server, variables } = await aReader();
      const block = codeBlocksOf(readGuide("verify")).find((one) => one.language === language);
      const folder = mkdtempSync(join(tmpdir(), "katkey-"));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const code = block?.code.replace("package katkey", "package main") ?? "";
      writeFileSync(join(folder, program.file), code + program.main);
      const { KATKEY_SERVICE_TOKEN = "", CLIENT_TOKEN = "", KATKEY_API_KEY = "" } = variables;
      const given = { KATKEY_URL: server.url, KATKEY_SERVICE_TOKEN };
      const tokens = [CLIENT_TOKEN, KATKEY_API_KEY, "mistyped"];
      const stdout = await inShell([command, ...program.args, ...tokens].join(" "), given, folder);
      expect(stdout.trim().split(" ")).toEqual(["valid", "valid", "invalid_token"]);
    });
  },
);

it("the curl of docs/verify.md decides about a key, as curl runs it", async ({ skip }) => {
  if (spawnSync("curl", ["--version"]).status !== 0) skip();
  const { server, variables } = await aReader();
  const page = await readFile(new URL("../../../../../docs/verify.md", import.meta.url), "utf8");
  const block = codeBlocksOf(page.replaceAll(/^ {3}/gm, "")).find(({ language }) => language === "sh");
  const command = block?.code.replace(/^curl /, "curl -s ") ?? "";
  const stdout = await inShell(command, { ...variables, KATKEY_URL: server.url });
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, code: "valid" });
});

/** What a command writes, run as whoever copies it runs it. */
async function inShell(command: string, variables: object, folder = tmpdir()): Promise<string> {
  const exports = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'`);
  const { stdout } = await promisify(execFile)("sh", ["-c", [...exports, command].join("\n")], {
    cwd: folder,
  });
  return stdout;
}
