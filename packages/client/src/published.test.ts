import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { freePort } from "./testing/free-port.ts";
import { publish, type Consumer } from "./testing/published.ts";
import { admitted, answering, aPrincipal, aServiceToken, aStub, aToken, refused } from "./testing/stub.ts";

let consumer: Consumer;

beforeAll(async () => {
  consumer = await publish();
}, 120_000);
afterAll(() => consumer.remove());

const installed = () => join(consumer.directory, "node_modules/@katkey/client");

describe("the package", () => {
  it("holds what was built, and what it says about itself", () => {
    const others = consumer.packed.filter((path) => !/^dist\/[\w/-]+\.(?:js|d\.ts)$/.test(path));
    expect(others.toSorted()).toEqual(["README.md", "package.json"]);
    expect(consumer.packed.filter((path) => /test/.test(path))).toEqual([]);
  });

  it("brings nothing along", () => {
    const names = readdirSync(join(consumer.directory, "node_modules")).filter(
      (name) => !name.startsWith("."),
    );
    expect(names).toEqual(["@katkey"]);
    expect(readdirSync(join(consumer.directory, "node_modules/@katkey"))).toEqual(["client"]);
    const manifest = JSON.parse(readFileSync(join(installed(), "package.json"), "utf8"));
    expect(manifest).toMatchObject({ type: "module", sideEffects: false });
    for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "bundleDependencies"]) {
      expect(manifest).not.toHaveProperty(kind);
    }
    for (const hook of ["preinstall", "install", "postinstall"])
      expect(manifest.scripts).not.toHaveProperty(hook);
  });

  it("imports nothing but its own files", () => {
    for (const path of consumer.packed.filter((name) => name.startsWith("dist/"))) {
      const text = readFileSync(join(installed(), path), "utf8");
      const specifiers = [...text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'`]([^"'`]+)/g)];
      for (const [, specifier] of specifiers) expect(specifier, path).toMatch(/^\.\.?\//);
    }
  });

  it("runs in plain Node", async () => {
    const stub = await aStub();
    consumer.write({ "plain.mjs": program });
    const env = { KATKEY_URL: stub.url, KATKEY_SERVICE_TOKEN: aServiceToken, TOKEN: aToken };
    const printed = await consumer.node(["plain.mjs"], env);
    expect(JSON.parse(printed)).toEqual(["Acme", "function", "function", "KatkeyConfigurationError"]);
  });

  it.each([
    ["nodenext", "es2022,dom"],
    ["bundler", "es2022,dom"],
  ])("has types for a program without Node's, under %s", async (resolution, lib) => {
    consumer.write({ "typed.ts": typedProgram });
    const modules = resolution === "bundler" ? "esnext" : resolution;
    const flags = ["--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--types", ""];
    const how = ["--module", modules, "--moduleResolution", resolution, "--lib", lib];
    const args = [...flags, ...how, "--skipLibCheck", "false", "typed.ts"];
    await expect(consumer.tsc(...args)).resolves.toBeUndefined();
  });
});

const program = `
import { createKatkey, KatkeyConfigurationError } from "@katkey/client";
import * as express from "@katkey/client/express";
import * as web from "@katkey/client/fetch";
const { KATKEY_URL: url, KATKEY_SERVICE_TOKEN: serviceToken, TOKEN: token } = process.env;
const { principal } = await createKatkey({ url, serviceToken }).verify({ token });
let wrong;
try { createKatkey({ url: "?", serviceToken }); } catch (error) {
  wrong = error instanceof KatkeyConfigurationError && error.name;
}
const kinds = [express, web].map(({ createRequireKey }) => typeof createRequireKey);
process.stdout.write(JSON.stringify([principal.organization.name, ...kinds, wrong]));
`;

const typedProgram = `
import { createKatkey, type Decision } from "@katkey/client";
import { createRequireKey as forExpress, katkeyOf } from "@katkey/client/express";
import { createRequireKey as forFetch } from "@katkey/client/fetch";
const katkey = createKatkey({ url: "", serviceToken: "", fetch: (url, init) => fetch(url, init) });
export const viaGlobal = createKatkey({ url: "", serviceToken: "", fetch });
export const middleware = forExpress(katkey)({ scope: "a:b" });
export const guard = forFetch(katkey)({ scope: ["a:b"] });
export function described(decision: Decision): string {
  if (decision.valid) {
    // @ts-expect-error: a remembered one has no limit
    decision.limit.remaining;
    return decision.remembered ? String(decision.ageMilliseconds) : String(decision.limit.remaining);
  }
  switch (decision.code) {
    case "rate_limited": return String(decision.retryAfterSeconds);
    // @ts-expect-error: there is no such code
    case "bad_weather": return "";
    default: return decision.answer.headers["WWW-Authenticate"] ?? "";
  }
}
const { organization, key, app } = katkeyOf({}).principal;
// @ts-expect-error: an app has no key
export const keyName: string = key.name;
export const who: readonly string[] = [organization.id, (key ?? app).name];
`;

describe("where there is nothing but web globals", () => {
  it("asks, decides and fails as it does elsewhere", async () => {
    const stub = await aStub(answering(admitted()), answering(refused("key_revoked")));
    consumer.write({ "sandbox.mjs": sandbox });
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const flags = ["--experimental-vm-modules", "--no-warnings", "sandbox.mjs"];
    const printed = await consumer.node(flags, { URLS: `${stub.url} ${nowhere}`, aServiceToken, aToken });
    expect(JSON.parse(printed)).toEqual({
      codes: ["valid", "key_revoked"],
      remembered: true,
      reason: "unreachable",
      refusal: [401, "missing_credentials"],
      middleware: "function",
    });
  });
});

/** Loads the built files into a context of their own, in which there is what is handed in and the language itself. */
const sandbox = `
import { readFileSync } from "node:fs";
import { createContext, SourceTextModule } from "node:vm";

const web = { fetch, crypto, AbortController, URL, TextEncoder, setTimeout, clearTimeout, performance };
// For the middleware alone.
const more = { URLSearchParams, Response };
const context = createContext({ ...web, ...more });
const modules = new Map();
function load(url) {
  if (!modules.has(url)) modules.set(url, new SourceTextModule(readFileSync(new URL(url), "utf8"), { context, identifier: url }));
  return modules.get(url);
}
function link(specifier, { identifier }) {
  if (!/^\\.\\.?\\//.test(specifier)) throw new Error("imports " + specifier);
  return load(new URL(specifier, identifier).href);
}
async function open(entry) {
  const module = load(import.meta.resolve(entry));
  await module.link(link);
  await module.evaluate();
  return module.namespace;
}
const { createKatkey } = await open("@katkey/client");
const { createRequireKey } = await open("@katkey/client/fetch");
const express = await open("@katkey/client/express");

const { URLS, aServiceToken: serviceToken, aToken: token } = process.env;
const [url, nowhere] = URLS.split(" ");
const cache = { maxStaleMilliseconds: 1000, maxEntries: 10 };
const katkey = createKatkey({ url, serviceToken, cache });
const first = await katkey.verify({ token });
const again = await katkey.verify({ token });
const second = await katkey.verify({ token, cost: 1 });
const failure = await createKatkey({ url: nowhere, serviceToken }).verify({ token }).catch((error) => error);
const passed = await createRequireKey(katkey)()(new Request("https://api.example/?a=b"));
process.stdout.write(JSON.stringify({
  codes: [first.code, second.code],
  remembered: again.remembered,
  reason: failure.reason ?? String(failure),
  refusal: [passed.response.status, (await passed.response.json()).code],
  middleware: typeof express.createRequireKey(katkey)(),
}));
`;

describe("the README's examples", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const examples = new Map(
    [...readme.matchAll(/^```ts file=(\S+)\n(.*?)^```$/gms)].map(([, name = "", text = ""]) => [name, text]),
  );

  beforeAll(() => {
    consumer.borrow("express", "hono", "@types/express", "@types/node");
    consumer.write({ ...Object.fromEntries(examples), "ask.mjs": ask });
  });

  it("are these, and each is right by its types", async () => {
    const names = [...examples.keys()];
    expect(names).toEqual(["express.ts", "hono.ts", "handler.ts", "by-hand.ts", "plain.ts"]);
    const flags = [
      "--strict",
      "--target",
      "es2022",
      "--module",
      "nodenext",
      "--types",
      "node",
      "--skipLibCheck",
    ];
    await consumer.tsc(...flags, ...names);
  });

  it("have fragments beside them, which are right by their types, too", async () => {
    const fragments = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(
      ([, text = ""]) => `  {\n${text}  }\n`,
    );
    expect(fragments).toHaveLength(2);
    consumer.write({ "fragments.ts": `${prelude}${fragments.join("")}}\n` });
    const flags = ["--strict", "--target", "es2022", "--module", "nodenext", "--types", "node"];
    await expect(consumer.tsc(...flags, "fragments.ts")).resolves.toBeUndefined();
  });

  it.each(["express.ts", "by-hand.ts"])("run: %s", async (name) => {
    const { stub, env } = await aKatkey();
    const port = await freePort();
    const server = consumer.start([name], { ...env, PORT: String(port) });
    onTestFinished(() => void server.kill("SIGKILL"));
    const path = `http://127.0.0.1:${port}/orders/7`;
    await expect
      .poll(
        () =>
          fetch(path).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    stub.behave(answering(admitted()), answering(refused("insufficient_scope")));
    const headers = { Authorization: `Bearer ${aToken}` };
    const good = await fetch(path, { headers });
    expect(good.status).toBe(200);
    expect(good.headers.get("RateLimit")).toBe('"account";r=99;t=60');
    expect(await good.text()).toContain(aPrincipal.organization.name);
    const bad = await fetch(path, { headers });
    expect(bad.status).toBe(403);
    expect(bad.headers.get("WWW-Authenticate")).toContain('scope="orders:read"');
    expect(stub.calls.at(-1)?.body).toMatchObject({
      token: aToken,
      scopes: ["orders:read"],
      address: "127.0.0.1",
    });
  });

  it.each(["hono.ts", "handler.ts"])("run: %s", async (name) => {
    const { stub, env } = await aKatkey();
    stub.behave(answering(admitted()), answering(refused("key_expired")));
    const answers = JSON.parse(await consumer.node(["ask.mjs", name], env));
    expect(answers).toMatchObject([
      { status: 200, limit: '"account";r=99;t=60', body: { of: aPrincipal.organization.name } },
      {
        status: 401,
        challenge: 'Bearer realm="katkey", error="invalid_token"',
        body: { code: "key_expired" },
      },
      { status: 401, challenge: 'Bearer realm="katkey"', body: { code: "missing_credentials" } },
    ]);
    expect(stub.calls[0]?.body).toMatchObject({
      scopes: ["orders:read"],
      method: "GET",
      route: "/orders/:id",
    });
  });

  it("run: plain.ts", async () => {
    const { stub, env } = await aKatkey();
    stub.behave(answering(admitted()), answering(refused("key_expired")));
    expect(JSON.parse(await consumer.node(["ask.mjs", "plain.ts"], env))).toEqual([true, false]);
  });
});

async function aKatkey() {
  const stub = await aStub();
  return { stub, env: { KATKEY_URL: stub.url, KATKEY_SERVICE_TOKEN: aServiceToken, TOKEN: aToken } };
}

/** What the fragments stand in. */
const prelude = `
import { createKatkey, type Katkey } from "@katkey/client";
import { createRequireKey } from "@katkey/client/express";
export function program(katkey: Katkey, url: string, serviceToken: string): void {
`;

const ask = `
const example = await import("./" + process.argv[2]);
const headers = { Authorization: "Bearer " + process.env.TOKEN };
const answers = [];
if (example.verify) for (let n = 0; n < 2; n += 1) answers.push(await example.verify(process.env.TOKEN));
else for (const init of [{ headers }, { headers }, {}]) {
  const answer = await example.default.fetch(new Request("https://api.example/orders/7", init));
  const { status } = answer;
  const [limit, challenge] = ["RateLimit", "WWW-Authenticate"].map((name) => answer.headers.get(name));
  answers.push({ status, limit, challenge, body: await answer.json() });
}
process.stdout.write(JSON.stringify(answers));
`;
