import { createSecretKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const mistakesIn = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error instanceof Error ? error.message.split("\n") : [];
  }
};

const free = { fee: 0, includedRequests: 1_000, perThousandRequests: 0 };
const dear = { fee: 100_000_000, includedRequests: 0, perThousandRequests: 7 };

const textEndpoint = {
  KATKEY_TEXT_BASE_URL: "https://api.example.com/v1",
  KATKEY_TEXT_MODEL: "writer-1",
};

it("needs no setting at all", () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    processes: 1,
    dataDirectory: resolve(import.meta.dirname, "../../../data"),
    origin: "http://localhost:3000",
    operator: null,
    trustedProxies: [],
    tokenBrand: "kat",
    ownScopes: [],
    failuresPerMinute: 300,
    usageDurability: "normal",
    prices: {
      currency: "EUR",
      plans: {
        standard: { fee: 0, included: 10_000, pricePerThousand: 100 },
        enterprise: { fee: 49_900, included: 1_000_000, pricePerThousand: 20 },
      },
    },
    textEndpoint: null,
    securityContact: null,
    githubAlerts: false,
    sealKeys: null,
    backups: null,
    logLevel: "info",
  });
});

it("reads every setting", () => {
  const environment = {
    PORT: "8080",
    HOST: "0.0.0.0",
    KATKEY_PROCESSES: "3",
    KATKEY_DATA_DIR: "elsewhere",
    KATKEY_ORIGIN: "https://keys.example.com",
    KATKEY_ADMIN_EMAIL: "ada@example.com",
    KATKEY_ADMIN_PASSWORD: "correct horse battery",
    KATKEY_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8 2001:db8::/32",
    KATKEY_TOKEN_BRAND: "acme",
    KATKEY_SCOPES: " orders:read,orders:write\norders.eu:line-items:read ",
    KATKEY_FAILED_AUTH_PER_MINUTE: "10",
    KATKEY_USAGE_DURABILITY: "full",
    KATKEY_PRICES: JSON.stringify({ currency: "DKK", standard: free, enterprise: dear }),
    KATKEY_TEXT_BASE_URL: "http://127.0.0.1:11434/v1",
    KATKEY_TEXT_MODEL: "org/writer:7b",
    KATKEY_TEXT_API_KEY: "sk-1",
    KATKEY_SECURITY_CONTACT: "mailto:security@example.com",
    KATKEY_SEAL_KEY: "ab".repeat(32),
    KATKEY_GITHUB_ALERTS: "on",
    KATKEY_BACKUP_DIR: "/backups",
    KATKEY_BACKUP_EVERY: "6h",
    KATKEY_BACKUP_KEEP: "28",
    KATKEY_LOG_LEVEL: "debug",
  };
  expect(readConfig(environment)).toEqual({
    port: 8080,
    host: "0.0.0.0",
    processes: 3,
    dataDirectory: join(process.cwd(), "elsewhere"),
    origin: "https://keys.example.com",
    operator: { email: "ada@example.com", password: "correct horse battery" },
    trustedProxies: ["127.0.0.1", "10.0.0.0/8", "2001:db8::/32"],
    tokenBrand: "acme",
    ownScopes: ["orders:read", "orders:write", "orders.eu:line-items:read"],
    failuresPerMinute: 10,
    usageDurability: "full",
    prices: {
      currency: "DKK",
      plans: {
        standard: { fee: 0, included: 1_000, pricePerThousand: 0 },
        enterprise: { fee: 100_000_000, included: 0, pricePerThousand: 7 },
      },
    },
    textEndpoint: { baseUrl: "http://127.0.0.1:11434/v1", model: "org/writer:7b", apiKey: "sk-1" },
    securityContact: "mailto:security@example.com",
    githubAlerts: true,
    sealKeys: { current: createSecretKey(Buffer.alloc(32, 0xab)), earlier: [] },
    backups: { folder: "/backups", everyMs: 6 * 3_600_000, keep: 28 },
    logLevel: "debug",
  });
});

it("needs no key for a text endpoint", () => {
  expect(readConfig(textEndpoint).textEndpoint).toEqual({
    baseUrl: "https://api.example.com/v1",
    model: "writer-1",
    apiKey: null,
  });
});

it("follows the port with its origin, and takes an empty variable for none", () => {
  expect(readConfig({ PORT: "4000", KATKEY_ORIGIN: "", KATKEY_ADMIN_EMAIL: "" }).origin).toBe(
    "http://localhost:4000",
  );
});

describe("a mistake is named by its variable", () => {
  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "http"],
    ["PORT", "3000.5"],
    ["PORT", "-1"],
    ["KATKEY_ORIGIN", "keys.example.com"],
    ["KATKEY_ORIGIN", "https://keys.example.com/"],
    ["KATKEY_ORIGIN", "https://keys.example.com/path"],
    ["KATKEY_ORIGIN", "https://user@keys.example.com"],
    ["KATKEY_ORIGIN", "ftp://keys.example.com"],
    ["KATKEY_ORIGIN", "https://KEYS.example.com"],
    ["KATKEY_SECURITY_CONTACT", "security@example.com"],
    ["KATKEY_SECURITY_CONTACT", "mailto:security"],
    ["KATKEY_SECURITY_CONTACT", "http://example.com/security"],
    ["KATKEY_SECURITY_CONTACT", "https://"],
    ["KATKEY_SECURITY_CONTACT", "https://example.com/\nPolicy: x"],
    ["KATKEY_TRUSTED_PROXIES", "localhost"],
    ["KATKEY_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["KATKEY_TRUSTED_PROXIES", "10.0.0.0/8/8"],
    ["KATKEY_TOKEN_BRAND", "Kat"],
    ["KATKEY_TOKEN_BRAND", "k"],
    ["KATKEY_TOKEN_BRAND", "abcdefghijk"],
    ["KATKEY_SCOPES", "orders"],
    ["KATKEY_SCOPES", "orders:read Orders:Write"],
    ["KATKEY_SCOPES", "orders:read; orders:write"],
    ["KATKEY_SCOPES", "orders:read orders:read"],
    ["KATKEY_SCOPES", "orders:read keys:read"],
    ["KATKEY_SCOPES", "products:archive"],
    ["KATKEY_SCOPES", "katkey:admin"],
    ["KATKEY_SCOPES", `orders:${"x".repeat(58)}`],
    ["KATKEY_SCOPES", Array.from({ length: 51 }, (_, i) => `orders:${i}`).join(" ")],
    ["KATKEY_FAILED_AUTH_PER_MINUTE", "0"],
    ["KATKEY_USAGE_DURABILITY", "none"],
    ["KATKEY_LOG_LEVEL", "loud"],
    ["KATKEY_GITHUB_ALERTS", "yes"],
    ["KATKEY_DATA_DIRECTORY", "/x"],
    ["KATKEY_PORT", "3000"],
  ])("%s=%s", (name, value) => {
    const mistakes = mistakesIn({ [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${name} `));
  });

  it.each([
    ["EUR", " must be JSON"],
    ["7", " must have currency, standard and enterprise, and nothing else"],
    [{ currency: "EUR", standard: free, enterprise: dear, plus: dear }, " must have currency, standard and"],
    [{ currency: "eur", standard: free, enterprise: dear }, ".currency must be three capital letters"],
    [
      { currency: "EUR", standard: free },
      ".enterprise must have fee, includedRequests and perThousandRequests",
    ],
    [
      { currency: "EUR", standard: free, enterprise: { ...dear, fee: -1 } },
      ".enterprise.fee must be a whole",
    ],
    [
      { currency: "EUR", standard: free, enterprise: { ...dear, fee: 4.99 } },
      ".enterprise.fee must be a whole",
    ],
    [{ currency: "EUR", standard: { ...free, fee: "0" }, enterprise: dear }, ".standard.fee must be a whole"],
    [{ currency: "EUR", standard: { ...free, fee: 1e9 }, enterprise: dear }, ".standard.fee must be a whole"],
    [
      { currency: "EUR", standard: { fee: 0, includedRequests: 0 }, enterprise: dear },
      ".standard.perThousandRequests must",
    ],
  ])("KATKEY_PRICES=%j", (value, mistake) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    expect(mistakesIn({ KATKEY_PRICES: text })).toEqual([expect.stringMatching(`^KATKEY_PRICES${mistake}`)]);
  });

  it.each(["KATKEY_ADMIN_EMAIL", "KATKEY_ADMIN_PASSWORD"])("%s without its other half", (name) => {
    expect(mistakesIn({ [name]: "ada@example.com" })).toEqual([expect.stringContaining("is missing")]);
  });

  it.each([
    ["KATKEY_TEXT_BASE_URL", "api.example.com/v1"],
    ["KATKEY_TEXT_BASE_URL", "ftp://api.example.com/v1"],
    ["KATKEY_TEXT_BASE_URL", "https://user:word@api.example.com/v1"],
    ["KATKEY_TEXT_BASE_URL", "https://api.example.com/v1?key=1"],
    ["KATKEY_TEXT_BASE_URL", "https://api.example.com/v1#x"],
    ["KATKEY_TEXT_BASE_URL", "https://api.example.com/v1/chat/completions"],
    ["KATKEY_TEXT_BASE_URL", "https://api.example.com/v1/chat/completions/"],
    ["KATKEY_TEXT_BASE_URL", "https://user:word@api.example.com/v1/chat/completions"],
    ["KATKEY_TEXT_MODEL", "my model"],
    ["KATKEY_TEXT_MODEL", "x".repeat(101)],
    ["KATKEY_TEXT_API_KEY", "sk secret"],
    ["KATKEY_TEXT_API_KEY", "sk\nsecret"],
  ])("%s=%j", (name, value) => {
    const mistakes = mistakesIn({ ...textEndpoint, [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${name} `));
    expect(mistakes[0]).not.toMatch(/word@|secret|key=1/);
  });

  it("an address that already has the path that is put behind it", () => {
    const given = { ...textEndpoint, KATKEY_TEXT_BASE_URL: "https://api.example.com/v1/chat/completions" };
    expect(mistakesIn(given)).toEqual([
      "KATKEY_TEXT_BASE_URL must end before /chat/completions, such as https://api.example.com/v1",
    ]);
  });

  it("prices by their old names, with the names that they have", () => {
    const old = { fee: 0, included: 0, pricePerThousand: 0 };
    const prices = JSON.stringify({ currency: "EUR", standard: old, enterprise: dear });
    expect(mistakesIn({ KATKEY_PRICES: prices })).toContain(
      "KATKEY_PRICES.standard must have fee, includedRequests and perThousandRequests, and nothing else",
    );
  });

  it.each([
    ["KATKEY_TEXT_BASE_URL", "KATKEY_TEXT_MODEL"],
    ["KATKEY_TEXT_MODEL", "KATKEY_TEXT_BASE_URL"],
  ] as const)("%s without its other half", (name, missing) => {
    expect(mistakesIn({ [name]: textEndpoint[name] })).toEqual([
      `${missing} is missing: set both KATKEY_TEXT_BASE_URL and KATKEY_TEXT_MODEL, or neither`,
    ]);
  });

  it("a key for no endpoint, without its value", () => {
    expect(mistakesIn({ KATKEY_TEXT_API_KEY: "sk-secret" })).toEqual([
      "KATKEY_TEXT_API_KEY is for nothing: it goes with KATKEY_TEXT_BASE_URL and KATKEY_TEXT_MODEL",
    ]);
  });

  it("and never with the password's value", () => {
    const mistakes = mistakesIn({ KATKEY_ADMIN_PASSWORD: "hunter2hunter2", PORT: "x" });
    expect(mistakes.join("\n")).not.toContain("hunter2");
  });
});

it("names every mistake at once", () => {
  const environment = { PORT: "x", KATKEY_ORIGIN: "x", KATKEY_LOG_LEVEL: "x", KATKEY_COLOUR: "red" };
  const named = mistakesIn({ ...environment, KATKEY_ADMIN_EMAIL: "x" }).map((line) => line.split(" ", 1)[0]);
  expect(named).toEqual([
    "PORT",
    "KATKEY_ORIGIN",
    "KATKEY_ADMIN_EMAIL",
    "KATKEY_LOG_LEVEL",
    "KATKEY_COLOUR",
    "KATKEY_ADMIN_PASSWORD",
  ]);
});

it("names a weak password together with the other mistakes, and not its value", () => {
  const mistakes = mistakesIn({
    PORT: "x",
    KATKEY_ADMIN_EMAIL: "ada@example.com",
    KATKEY_ADMIN_PASSWORD: "hunter2",
  });
  expect(mistakes).toHaveLength(2);
  expect(mistakes[1]).toMatch(/^KATKEY_ADMIN_PASSWORD is refused: .* at least 10/);
  expect(mistakes.join()).not.toContain("hunter2");
});

it("is described in docs/operations.md, setting by setting, with its default", () => {
  const [mistake = ""] = mistakesIn({ KATKEY_NONSENSE: "1" });
  const names = mistake.slice(mistake.indexOf("the settings are ") + "the settings are ".length).split(", ");
  const page = readFileSync(resolve(import.meta.dirname, "../../../docs/operations.md"), "utf8");
  const rows = page.split("\n").filter((line) => /^\| `(PORT|HOST|KATKEY_)/.test(line));
  const described = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(described.toSorted()).toEqual(names.toSorted());
  const row = (name: string) => rows.find((line) => line.startsWith(`| \`${name}\``));
  const { port, host, tokenBrand, failuresPerMinute, logLevel } = readConfig({});
  for (const [name, value] of Object.entries({
    PORT: port,
    HOST: host,
    KATKEY_TOKEN_BRAND: tokenBrand,
    KATKEY_FAILED_AUTH_PER_MINUTE: failuresPerMinute,
    KATKEY_LOG_LEVEL: logLevel,
  })) {
    expect(row(name)).toContain(`| \`${value}\` |`);
  }
});

it("has the prices that docs/operations.md says", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../../docs/operations.md"), "utf8");
  const [, text = ""] = /## Billing.*?```json\n(.*?)```/s.exec(page) ?? [];
  expect(readConfig({ KATKEY_PRICES: text }).prices).toEqual(readConfig({}).prices);
});

it("leaves other programs' variables alone, and the development server's", () => {
  expect(mistakesIn({ PATH: "/bin", KATKEY_DEV_SERVER: "http://127.0.0.1:1" })).toEqual([]);
});

it.each(["KATKEY_API_KEY", "KATKEY_SERVICE_TOKEN", "KATKEY_URL"])(
  "bears %s, which our pages tell a caller to set, perhaps in the same shell",
  (name) => {
    expect(mistakesIn({ [name]: "x" })).toEqual([]);
  },
);

const sealKeysIn = (environment: Record<string, string>) => {
  const keys = readConfig(environment).sealKeys;
  return keys && [keys.current, ...keys.earlier].map((key) => key.export().toString("hex"));
};

describe("the key of seals", () => {
  const one = "q".repeat(43) + "=";
  it("is base64 or hex, and the first of several", () => {
    const hex = "ab".repeat(32);
    expect(sealKeysIn({ KATKEY_SEAL_KEY: `${hex}, ${one}` })).toEqual([hex, "aa".repeat(32)]);
  });
  it("can be in a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "katkey-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "seal-key");
    writeFileSync(path, `${one}\n`);
    expect(sealKeysIn({ KATKEY_SEAL_KEY_FILE: path })).toEqual(["aa".repeat(32)]);
    expect(mistakesIn({ KATKEY_SEAL_KEY_FILE: `${path}-2` })).toEqual([
      "KATKEY_SEAL_KEY_FILE must be a file that can be read",
    ]);
    expect(mistakesIn({ KATKEY_SEAL_KEY_FILE: path, KATKEY_SEAL_KEY: one })).toEqual([
      "KATKEY_SEAL_KEY and KATKEY_SEAL_KEY_FILE say the same: set one of them",
    ]);
  });
  it.each(["short", "q".repeat(42), `${one},short`, "päss".repeat(20), ","])(
    "is refused, untold: %s",
    (text) => {
      const [mistake = "", ...others] = mistakesIn({ KATKEY_SEAL_KEY: text });
      expect(mistake).toMatch(/^KATKEY_SEAL_KEY must be 32 random bytes/);
      expect(others).toEqual([]);
      if (text.length > 3) expect(mistake).not.toContain(text);
    },
  );
});

describe("backups", () => {
  it.each(["0h", "24", "1w", "31d", "99999d", "-1h", "1.5h"])("are not made every %s", (text) => {
    const environment = { KATKEY_BACKUP_DIR: "/backups", KATKEY_BACKUP_EVERY: text };
    expect(mistakesIn(environment)).toEqual([expect.stringMatching(/^KATKEY_BACKUP_EVERY must be minutes/)]);
  });
  it("go into a folder, or are not made", () => {
    expect(readConfig({ KATKEY_BACKUP_DIR: "/backups" }).backups).toEqual({
      folder: "/backups",
      everyMs: 86_400_000,
      keep: 7,
    });
    expect(mistakesIn({ KATKEY_BACKUP_KEEP: "3" })).toEqual([
      "KATKEY_BACKUP_KEEP is for nothing: it goes with KATKEY_BACKUP_DIR",
    ]);
  });
});
