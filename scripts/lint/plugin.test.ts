import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { binOf, root } from "../paths.mjs";

/** A workspace: under each rule the files that break it, each with its one line. */
const planted = `
allowed
  apps/web/src/lib/api/trpc.ts           export type { R } from "@katkey/server/router";
  apps/web/src/features/keys/file.ts     import "@katkey/server/exports/csv";
  apps/server/src/exports/lines.ts       import type { A } from "@katkey/keys"; import "./csv.ts"; export type B = A;
  apps/web/src/features/keys/page.tsx    import "./row.tsx"; import "../../ui/panel.tsx"; import "../../lib/time.ts";
  apps/web/src/app/routes.tsx            import "../features/keys/page.tsx"; import "react";
  apps/server/src/rest/fine.ts           import "@katkey/keys"; import "@katkey/identity"; import "express";
  apps/server/src/main.ts                import "@katkey/keys/sqlite"; import "@katkey/keys/memory"; console.log(Date.now());
  apps/server/src/rest/products.ts       import "@katkey/catalog";
  apps/server/src/rest/router.ts         import "./resources/keys.ts"; import "./remote/verify.ts"; import "./route.ts";
  apps/server/src/rest/route.ts          import "./reading/input.ts"; import "./caller/authenticate.ts"; import "./once/once.ts";
  apps/server/src/rest/resources/keys.ts import "../route.ts"; import "../reading/input.ts"; import "../../view/time.ts";
  apps/server/src/rest/remote/verify.ts  import "../route.ts"; import "../books/seen.ts";
  apps/server/src/rest/openapi/paths.ts  import "../router.ts"; import "../remote/verify.ts";
  apps/server/src/mounts.ts              import "./rest/router.ts";
  apps/cli/src/fine.ts                   import "@katkey/server/config"; import "@katkey/keys"; import "@katkey/keys/sqlite";
  apps/cli/src/main.ts                   console.log(Date.now());
  apps/demo/src/fine.ts                  import "@katkey/server/config"; import "@katkey/keys/sqlite"; import "@katkey/identity";
  apps/demo/src/main.ts                  console.log(Date.now());
  apps/server/src/rest/fine.test.ts      import "@katkey/keys/sqlite"; import "@katkey/keys/testing";
  packages/identity/src/fine.ts          import "@katkey/keys"; import "better-auth"; import "drizzle-orm";
  packages/identity/src/tables.ts        export type { T } from "@katkey/keys/sqlite";
  packages/keys/src/address.ts           import "ipaddr.js"; import "node:crypto"; import "./audit.ts";
  packages/keys/src/issue.ts             import "./audit.ts"; export async function issue() {}
  packages/keys/src/keys/list.ts         import "../audit.ts"; export async function list() {}
  packages/keys/src/verify.ts            export async function verify() {}
  packages/keys/src/admit.ts             import "./verify.ts"; export async function admit() {}
  packages/keys/src/sqlite/store.ts      import "../audit.ts"; import "drizzle-orm"; import "better-sqlite3";
  packages/keys/src/memory/limiter.ts    import "../rate-limiter.ts";
  packages/catalog/src/update.ts         import "./listing.ts"; import "node:util"; export async function update() {}
  packages/catalog/src/listing.ts        export const a = 1;
  packages/catalog/src/sqlite/store.ts   import "../listing.ts"; import "drizzle-orm"; import "better-sqlite3";
  packages/catalog/src/chat/engine.ts    import "../listing.ts"; import "openai"; import "zod";
  packages/catalog/src/template/fine.ts  import "../listing.ts";
  packages/client/src/verify.ts          import "./question.ts";
  packages/client/src/verify.test.ts     import "node:http"; import "express";
  packages/keys/src/testing/contract.ts  import "vitest"; import "../sqlite/store.ts"; export const f = (a: string) => a as "b";

boundaries
  apps/server/src/exports/csv.ts         import "node:fs";
  apps/server/src/exports/entries.ts     import "@katkey/keys";
  apps/web/src/lib/code.ts               import "@katkey/server/router";
  apps/web/src/lib/marked.ts             import { type R } from "@katkey/server/router"; export type S = R;
  apps/web/src/lib/domain.ts             import type { K } from "@katkey/keys"; export type L = K;
  apps/web/src/lib/deep.ts               import type { R } from "../../../server/src/trpc/router.ts"; export type S = R;
  apps/web/src/features/keys/other.tsx   import "../members/list.tsx";
  apps/web/src/features/keys/shell.tsx   import "../../app/shell.tsx";
  apps/web/src/lib/drawing.ts            import "../ui/panel.tsx";
  apps/web/src/ui/card.tsx               import "../features/keys/page.tsx";
  apps/web/src/ui/typed.tsx              export type { R } from "@katkey/server/router";
  apps/server/src/rest/store.ts          import "@katkey/keys/sqlite";
  apps/server/src/rest/limiter.ts        import type { M } from "@katkey/keys/memory"; export type N = M;
  apps/server/src/rest/dynamic.ts        export const load = () => import("@katkey/keys/sqlite");
  apps/server/src/rest/re-export.ts      export * from "@katkey/keys/sqlite";
  apps/server/src/rest/import-type.ts    export type S = import("@katkey/keys/sqlite").Store;
  apps/server/src/rest/sql.ts            import "drizzle-orm";
  apps/server/src/rest/auth.ts           import "better-auth/node";
  apps/server/src/rest/test-kit.ts       import "@katkey/keys/testing";
  apps/server/src/rest/made-of.ts        import "./resources/keys.ts";
  apps/server/src/rest/looks-up.ts       import "./routes.ts";
  apps/server/src/rest/with-remote.ts    import type { J } from "./remote/judge.ts"; export type K = J;
  apps/server/src/rest/reading/body.ts   import "../route.ts";
  apps/server/src/rest/reading/named.ts  import "../caller/authenticate.ts";
  apps/server/src/rest/caller/noting.ts  import "../books/seen.ts";
  apps/server/src/rest/books/sold.ts     import "../resources/products.ts";
  apps/server/src/rest/once/again.ts     import "../resources/keys.ts";
  apps/server/src/rest/resources/who.ts  import "../caller/authenticate.ts";
  apps/server/src/rest/resources/far.ts  import "../remote/judge.ts";
  apps/server/src/rest/remote/near.ts    import "../resources/keys.ts";
  apps/server/src/rest/newest/room.ts    import "../reading/input.ts";
  apps/server/src/rest/resources/sql.ts  import "drizzle-orm";
  apps/server/src/trpc/late.ts           import "../rest/resources/keys.ts";
  apps/cli/src/wares.ts                  import "@katkey/catalog";
  apps/cli/src/driver.ts                 import "better-sqlite3";
  apps/server/src/rest/command.ts        import "@katkey/cli";
  apps/server/src/rest/sample.ts         import "@katkey/demo";
  apps/demo/src/driver.ts                import "better-sqlite3";
  apps/demo/src/net.ts                   import "@katkey/catalog/chat";
  packages/identity/src/touch.ts         import "@katkey/keys/sqlite";
  packages/identity/src/server.ts        import type { R } from "@katkey/server/router"; export type S = R;
  packages/identity/src/express.ts       import "express";
  packages/keys/src/express.ts           import "express";
  packages/keys/src/trpc.ts              import "@trpc/server";
  packages/keys/src/drizzle.ts           import "drizzle-orm/sqlite-core";
  packages/keys/src/driver.ts            import "better-sqlite3";
  packages/keys/src/zod.ts               import "zod";
  packages/keys/src/people.ts            import "@katkey/identity";
  packages/keys/src/catalog.ts           import "@katkey/catalog";
  packages/keys/src/adapter.ts           import "./sqlite/index.ts";
  packages/keys/src/memory-adapter.ts    import "./memory/index.ts";
  packages/keys/src/rotate.ts            import "./issue.ts"; export async function rotate() {}
  packages/keys/src/keys/edit.ts         import "../issue.ts"; export async function edit() {}
  packages/keys/src/audit/export.ts      import "../keys/list.ts";
  packages/keys/src/memory/other.ts      import "../sqlite/store.ts";
  packages/catalog/src/keys.ts           import "@katkey/keys";
  packages/catalog/src/driver.ts         import "better-sqlite3";
  packages/catalog/src/zod.ts            import "zod";
  packages/catalog/src/adapter.ts        import "./sqlite/store.ts";
  packages/catalog/src/engine.ts         import "./template/fine.ts";
  packages/catalog/src/regenerate.ts     import "./update.ts"; export async function regenerate() {}
  packages/catalog/src/sqlite/keys.ts    import "@katkey/keys/sqlite";
  packages/catalog/src/sqlite/writer.ts  import "../chat/engine.ts";
  packages/catalog/src/template/net.ts   import "openai";
  packages/catalog/src/chat/sql.ts       import "drizzle-orm";
  packages/client/src/node.ts            import "node:crypto";
  packages/client/src/bare.ts            import "crypto";
  packages/client/src/lazy.ts            export const load = () => import("node:crypto");
  packages/client/src/express.ts         import "express";
  packages/client/src/domain.ts          import type { K } from "@katkey/keys"; export type L = K;
  apps/server/src/rest/asks.ts           import "@katkey/client";
  apps/server/src/rest/engine.ts         import "@katkey/catalog/template";
  apps/server/src/rest/chat.ts           import "@katkey/catalog/chat";
  apps/server/src/rest/products-sql.ts   import "@katkey/catalog/sqlite";

no-cycle
  packages/catalog/src/cycle-a.ts        import { b } from "./cycle-b.ts"; export const a = () => b;
  packages/catalog/src/cycle-b.ts        import { a } from "./cycle-a.ts"; export const b = () => a;
no-default-export
  packages/catalog/src/default.ts        export default 1;
no-barrel-file
  packages/catalog/src/products.ts       export * from "./product.ts";
max-lines
  packages/catalog/src/many.ts           ${repeated("void 0;", 201)}
max-lines-per-function
  packages/catalog/src/long.ts           export function long() {${repeated("void 0;", 51)}}
max-params
  packages/catalog/src/parameters.ts     export const f = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d];
no-explicit-any
  packages/catalog/src/any.ts            export const a = (b: any) => b;
no-non-null-assertion
  packages/catalog/src/bang.ts           export const a = (b: 1 | null) => b!;
consistent-type-assertions
  packages/catalog/src/as.ts             export const a = (b: unknown) => b as string;
no-floating-promises
  packages/catalog/src/floating.ts       export const a = (b: Promise<void>) => { b; };
no-misused-promises
  packages/catalog/src/misused.ts        export const a = (b: Promise<boolean>) => (b ? 1 : 2);
no-process-env
  apps/server/src/app.ts                 export const port = process.env.PORT;
no-restricted-imports
  apps/server/src/settings.ts            import { env } from "node:process"; export const port = env["PORT"];
no-console
  apps/server/src/log.ts                 console.log("key");
no-restricted-properties
  packages/catalog/src/clock.ts          export const at = () => Date.now();
vague-names
  packages/catalog/src/string-utils.ts   export const a = 1;
filename-case
  packages/catalog/src/camelCase.ts      export const a = 1;

allowed
  packages/catalog/src/index.ts          export * from "./product.ts";
  packages/catalog/src/as-const.ts       export const a = [1] as const;
  packages/catalog/src/long.test.ts      export function long() {${repeated("void 0;", 300)}}
  packages/catalog/drizzle.config.ts     export default process.env["KATKEY_DATA_DIR"];
  apps/server/src/config.ts              export const port = process.env.PORT;
`;

const workspace = mkdtempSync(join(tmpdir(), "katkey-lint-"));
const cases = casesOf(planted);
let broken: Map<string, string[]>;

beforeAll(async () => {
  for (const { file, source } of cases) write(file, source);
  // The project's own rules, seen from another directory.
  const config = readFileSync(join(root, ".oxlintrc.json"), "utf8");
  write(".oxlintrc.json", config.replace("./scripts/lint/plugin.mjs", join(root, "scripts/lint/plugin.mjs")));
  broken = rulesByFile(await oxlint());
});

afterAll(() => rmSync(workspace, { recursive: true }));

describe("the linter", () => {
  it.each(cases.filter(({ rule }) => rule === "allowed"))("allows $file", ({ file }) => {
    expect(broken.get(file)).toBeUndefined();
  });

  it.each(cases.filter(({ rule }) => rule !== "allowed"))("refuses $file by $rule", ({ file, rule }) => {
    expect(broken.get(file)).toContain(rule);
  });
});

function repeated(line: string, times: number) {
  return `${line}\\n`.repeat(times);
}

function casesOf(text: string) {
  let rule = "";
  return text.split("\n").flatMap((line) => {
    const [, file = "", source = ""] = /^ {2}(\S+) +(.*)$/.exec(line) ?? [];
    if (file === "") rule = line.trim() || rule;
    return file === "" ? [] : [{ rule, file, source: source.replaceAll("\\n", "\n") }];
  });
}

function write(file: string, source: string) {
  mkdirSync(dirname(join(workspace, file)), { recursive: true });
  writeFileSync(join(workspace, file), source);
}

/** oxlint exits with 1 when it found something: its answer is what it printed. */
function oxlint(): Promise<string> {
  const args = [binOf("oxlint"), "--format", "json"];
  // oxlint looks for its type-aware half along PATH, when it is not beside the configuration.
  const env = {
    ...process.env,
    PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"]}`,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: workspace, env, maxBuffer: 1e8 }, (_, stdout) => resolve(stdout));
  });
}

function rulesByFile(report: string) {
  const { diagnostics } = JSON.parse(report) as { diagnostics: { filename: string; code: string }[] };
  const rules = new Map<string, string[]>();
  for (const { filename, code } of diagnostics) {
    const rule = /\(([\w-]+)\)/.exec(code)?.[1] ?? code;
    rules.set(filename, [...(rules.get(filename) ?? []), rule]);
  }
  return rules;
}
