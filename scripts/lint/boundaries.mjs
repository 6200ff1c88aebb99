import { posix } from "node:path";
import { restZonesIn } from "./rest-rooms.mjs";

/** What the server works with, in whichever room: adapters are the composition root's. */
const serving = {
  imports: ["keys", "identity", "catalog", "oauth"],
  banned: ["better-sqlite3", "drizzle-orm", "better-auth", "oidc-provider"],
};

/**
 * docs/architecture.md, "Who may import whom", as a table: the first zone whose pattern fits a file is its zone.
 * A zone may import itself and `imports`; types alone also from `types`. `packages`, where given, names the only npm
 * packages it may use, `banned` the ones it may not;
 * `portable`: not even a part of Node. A ban with named exceptions, so that new code starts inside it.
 * @type {{ name: string, files: RegExp, imports: string[] | "anything", types?: string[], packages?: string[], banned?: string[], portable?: boolean }[]}
 */
const zones = [
  {
    name: "test",
    files: /\.test\.tsx?$|^(e2e|bench|scripts)\/|\/testing\//,
    imports: "anything",
  },
  { name: "tool", files: /^(?!.*\/src\/)/, imports: "anything" },

  {
    name: "keys/sqlite",
    files: /^packages\/keys\/src\/sqlite\//,
    imports: ["keys"],
    packages: ["better-sqlite3", "drizzle-orm"],
  },
  { name: "keys/memory", files: /^packages\/keys\/src\/memory\//, imports: ["keys"], packages: [] },
  { name: "keys/processes", files: /^packages\/keys\/src\/processes\//, imports: ["keys"], packages: [] },
  { name: "keys", files: /^packages\/keys\//, imports: [], packages: ["ipaddr.js"] },
  // Its foreign tables belong to keys: it may know their types, the composition root hands it the store.
  {
    name: "identity",
    files: /^packages\/identity\//,
    imports: ["keys"],
    types: ["keys/sqlite"],
    banned: ["express", "@trpc/server"],
  },

  {
    name: "catalog/sqlite",
    files: /^packages\/catalog\/src\/sqlite\//,
    imports: ["catalog"],
    packages: ["better-sqlite3", "drizzle-orm"],
  },
  // No network: what it writes comes from the product alone.
  {
    name: "catalog/template",
    files: /^packages\/catalog\/src\/template\//,
    imports: ["catalog"],
    packages: [],
  },
  {
    name: "catalog/chat",
    files: /^packages\/catalog\/src\/chat\//,
    imports: ["catalog"],
    packages: ["openai", "zod"],
  },
  { name: "catalog", files: /^packages\/catalog\//, imports: [], packages: [] },

  // Its tables lie beside those of keys, and its one look-up reads them.
  {
    name: "oauth/sqlite",
    files: /^packages\/oauth\/src\/sqlite\//,
    imports: ["oauth", "keys", "keys/sqlite"],
    packages: ["better-sqlite3", "drizzle-orm"],
  },
  { name: "oauth", files: /^packages\/oauth\//, imports: ["keys"], packages: ["oidc-provider"] },

  // Whole files, off the way of requests: it asks the verbs and the stores of what it has unpacked.
  {
    name: "backup",
    files: /^packages\/backup\//,
    imports: ["keys", "keys/sqlite"],
    packages: ["better-sqlite3", "tar", "zod"],
  },

  // Published, and run wherever there are web globals: it knows nobody, and nobody here knows it.
  { name: "client", files: /^packages\/client\//, imports: [], packages: [], portable: true },

  {
    name: "composition root",
    files: /^apps\/server\/src\/(?:main\.ts$|compose\/)/,
    imports: [
      "server",
      "rest/reading",
      "keys",
      "keys/sqlite",
      "keys/memory",
      "keys/processes",
      "identity",
      "catalog",
      "catalog/sqlite",
      "catalog/template",
      "catalog/chat",
      "oauth",
      "oauth/sqlite",
      "backup",
    ],
  },
  // A second composition root: it reads settings and files as the server does, and asks the same verbs.
  {
    name: "cli",
    files: /^apps\/cli\//,
    imports: ["server", "exports", "keys", "keys/sqlite", "identity", "backup"],
    banned: ["express", "better-sqlite3"],
  },
  // A third one, which makes up an installation: past the server, by the same verbs.
  {
    name: "demo",
    files: /^apps\/demo\//,
    imports: ["server", "keys", "keys/sqlite", "identity", "catalog", "catalog/sqlite", "catalog/template"],
    banned: ["express", "better-sqlite3", "drizzle-orm"],
  },
  ...restZonesIn(serving),
  // What is taken out as a file, in the browser as at the shell: it knows the names of what it writes, and nobody.
  {
    name: "exports",
    files: /^apps\/server\/src\/exports\//,
    imports: [],
    types: ["keys"],
    packages: [],
    portable: true,
  },
  {
    name: "server",
    files: /^apps\/server\//,
    imports: [...serving.imports, "rest/openapi", "rest/routes", "rest/remote", "rest/route", "rest/reading"],
    // What its processes tell each other about limits.
    types: ["keys/processes"],
    banned: serving.banned,
  },

  {
    name: "web/feature $1",
    files: /^apps\/web\/src\/features\/([^/]+)\//,
    imports: ["web/lib", "web/ui", "exports"],
    types: ["server"],
  },
  // ui/ knows no domain words, so it sees neither features nor the server.
  { name: "web/ui", files: /^apps\/web\/src\/ui\//, imports: ["web/lib"] },
  { name: "web/lib", files: /^apps\/web\/src\/lib\//, imports: ["web/locales"], types: ["server"] },
  { name: "web/locales", files: /^apps\/web\/src\/locales\//, imports: [] },
  { name: "web", files: /^apps\/web\//, imports: ["web/ui", "web/lib", "web/feature"], types: ["server"] },
];

const apps = ["server", "web", "cli", "demo"];

/** Why `file` may not import `specifier`, or null when it may. Paths are relative to the root, with slashes. */
export function refusalOf(file, specifier, typeOnly) {
  const zone = zoneOf(file);
  if (zone === undefined || zone.imports === "anything") return null;

  const target = targetOf(file, specifier);
  if (target === null) return refusalOfPackage(zone, specifier);
  if (isRelative(specifier) && packageOf(file) !== packageOf(target))
    return "another package is imported by its name";

  const targetZone = zoneOf(target);
  return mayImport(zone, targetZone, typeOnly)
    ? null
    : `${zone.name} may not import ${targetZone?.name ?? target}`;
}

function mayImport(zone, target, typeOnly) {
  if (target === undefined) return false;
  if (zone.name === target.name || target.name === "tool") return true;
  const allowed = typeOnly ? [...zone.imports, ...(zone.types ?? [])] : zone.imports;
  return allowed.some((name) => target.name === name || target.name.startsWith(`${name} `));
}

function refusalOfPackage(zone, specifier) {
  const { name, packages, banned, portable } = zone;
  if (specifier.startsWith("node:") && !portable) return null;
  const among = (list) => list?.some((entry) => specifier === entry || specifier.startsWith(`${entry}/`));
  return (packages && !among(packages)) || among(banned) ? `${name} may not import ${specifier}` : null;
}

function zoneOf(file) {
  for (const zone of zones) {
    const match = zone.files.exec(file);
    if (match) return { ...zone, name: zone.name.replace("$1", match[1] ?? "") };
  }
}

/** The file that a specifier means, or null for an npm package or a part of Node. */
function targetOf(file, specifier) {
  if (isRelative(specifier)) return posix.join(posix.dirname(file), specifier);
  const [, name, entry] = /^@katkey\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  if (name === undefined) return null;
  return `${apps.includes(name) ? "apps" : "packages"}/${name}/src/${entry ?? "index.ts"}${entry ? "/" : ""}`;
}

const isRelative = (specifier) => specifier.startsWith(".");
const packageOf = (file) => /^(?:apps|packages)\/[^/]+/.exec(file)?.[0] ?? file.split("/")[0];
