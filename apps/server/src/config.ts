import { join, resolve } from "node:path";
import { env as processEnvironment } from "node:process";
import { defaultBrand, defaultPrices, type PriceList, type Scope } from "@katkey/keys";
import { z } from "zod";
import { intervalText } from "./backup-setting.ts";
import type { BackupPlan } from "./backups/backup-plan.ts";
import { logLevels } from "./log.ts";
import { pricesText } from "./price-setting.ts";
import { ownScopesText } from "./scope-setting.ts";
import { sealKeysFile, sealKeysText } from "./seal-setting.ts";
import { mistakesBetween } from "./setting-mistakes.ts";
import {
  isBareOrigin,
  isBaseUrl,
  isCompletionsUrl,
  isNetwork,
  isSecurityContact,
  wholeNumber,
} from "./setting-forms.ts";

/** The settings of an installation: docs/operations.md describes each. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** How many processes answer requests. */
  readonly processes: number;
  readonly dataDirectory: string;
  readonly origin: string;
  readonly operator: { readonly email: string; readonly password: string } | null;
  readonly trustedProxies: readonly string[];
  readonly tokenBrand: string;
  /** What the company's own API asks of keys, besides the built-in scopes. */
  readonly ownScopes: readonly Scope[];
  readonly failuresPerMinute: number;
  readonly usageDurability: "normal" | "full";
  readonly prices: PriceList;
  /** Where listings are written; `null`: by the built-in engine. */
  readonly textEndpoint: {
    readonly baseUrl: string;
    readonly model: string;
    readonly apiKey: string | null;
  } | null;
  /** Where strangers report faults of security, as a URI. */
  readonly securityContact: string | null;
  /** Take what GitHub's secret scanning reports: its keys are fetched from api.github.com. */
  readonly githubAlerts: boolean;
  /** With which rows are sealed; `null`: they are not. */
  readonly sealKeys: z.infer<typeof sealKeysText> | null;
  /** How the server backs itself up; `null`: it does not. */
  readonly backups: BackupPlan | null;
  readonly logLevel: (typeof logLevels)[number];
}

/** Every mistake in the settings, one line each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const repository = resolve(import.meta.dirname, "../../..");

const settings = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  KATKEY_DATA_DIR: z.string().default(join(repository, "data")),
  KATKEY_PROCESSES: wholeNumber(1, 64).default(1),
  KATKEY_ORIGIN: z
    .string()
    .refine(isBareOrigin, "must be an http or https origin without a path, such as https://keys.example.com")
    .optional(),
  KATKEY_ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  KATKEY_ADMIN_PASSWORD: z.string().optional(),
  KATKEY_TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((network) => network !== ""))
    .refine((list) => list.every(isNetwork), "must list IP addresses or networks such as 10.0.0.0/8")
    .default([]),
  KATKEY_TOKEN_BRAND: z
    .string()
    .regex(/^[a-z]{2,10}$/, "must be 2 to 10 lower-case letters")
    .default(defaultBrand),
  KATKEY_SCOPES: ownScopesText.default([]),
  KATKEY_FAILED_AUTH_PER_MINUTE: wholeNumber(1, 1_000_000).default(300),
  KATKEY_USAGE_DURABILITY: z.enum(["normal", "full"], "must be normal or full").default("normal"),
  KATKEY_PRICES: pricesText.default(defaultPrices),
  KATKEY_TEXT_BASE_URL: z
    .string()
    .refine(
      isBaseUrl,
      "must be an http or https address without user, query or fragment, such as https://api.example.com/v1",
    )
    .refine(
      (text) => !isBaseUrl(text) || !isCompletionsUrl(text),
      "must end before /chat/completions, such as https://api.example.com/v1",
    )
    .optional(),
  KATKEY_TEXT_MODEL: z
    .string()
    .regex(/^[!-~]{1,100}$/, "must be 1 to 100 printable characters of ASCII without spaces")
    .optional(),
  KATKEY_TEXT_API_KEY: z
    .string()
    .regex(/^[!-~]+$/, "must be printable characters of ASCII without spaces")
    .optional(),
  KATKEY_SECURITY_CONTACT: z
    .string()
    .refine(
      isSecurityContact,
      "must be a mailto: or https: address, such as mailto:security@example.com or https://example.com/security",
    )
    .optional(),
  KATKEY_GITHUB_ALERTS: z.enum(["on", "off"], "must be on or off").default("off"),
  KATKEY_SEAL_KEY: sealKeysText.optional(),
  KATKEY_SEAL_KEY_FILE: sealKeysFile.optional(),
  KATKEY_BACKUP_DIR: z.string().optional(),
  KATKEY_BACKUP_EVERY: intervalText.default(24 * 3_600_000),
  KATKEY_BACKUP_KEEP: wholeNumber(1, 10_000).default(7),
  KATKEY_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. The only place that knows the environment. @throws ConfigError */
export function readConfig(environment: Environment = processEnvironment): Config {
  // An empty variable is how compose files write one that is not set.
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== "");
  const given = new Map(set);
  const parsed = settings.safeParse(Object.fromEntries(given));
  const mistakes = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`),
    ...mistakesBetween(given, Object.keys(settings.shape)),
  ];
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes.join("\n"));
  return configOf(parsed.data);
}

function configOf(values: z.infer<typeof settings>): Config {
  const { PORT, KATKEY_ADMIN_EMAIL: email, KATKEY_ADMIN_PASSWORD: password } = values;
  return {
    port: PORT,
    host: values.HOST,
    processes: values.KATKEY_PROCESSES,
    dataDirectory: resolve(values.KATKEY_DATA_DIR),
    origin: values.KATKEY_ORIGIN ?? `http://localhost:${PORT}`,
    operator: email !== undefined && password !== undefined ? { email, password } : null,
    trustedProxies: values.KATKEY_TRUSTED_PROXIES,
    tokenBrand: values.KATKEY_TOKEN_BRAND,
    ownScopes: values.KATKEY_SCOPES,
    failuresPerMinute: values.KATKEY_FAILED_AUTH_PER_MINUTE,
    usageDurability: values.KATKEY_USAGE_DURABILITY,
    prices: values.KATKEY_PRICES,
    textEndpoint: textEndpointOf(values),
    securityContact: values.KATKEY_SECURITY_CONTACT ?? null,
    githubAlerts: values.KATKEY_GITHUB_ALERTS === "on",
    sealKeys: values.KATKEY_SEAL_KEY ?? values.KATKEY_SEAL_KEY_FILE ?? null,
    backups: backupsOf(values),
    logLevel: values.KATKEY_LOG_LEVEL,
  };
}

function backupsOf(values: z.infer<typeof settings>): BackupPlan | null {
  const { KATKEY_BACKUP_DIR: folder, KATKEY_BACKUP_EVERY: everyMs, KATKEY_BACKUP_KEEP: keep } = values;
  return folder === undefined ? null : { folder: resolve(folder), everyMs, keep };
}

function textEndpointOf(values: z.infer<typeof settings>): Config["textEndpoint"] {
  const {
    KATKEY_TEXT_BASE_URL: baseUrl,
    KATKEY_TEXT_MODEL: model,
    KATKEY_TEXT_API_KEY: apiKey = null,
  } = values;
  return baseUrl !== undefined && model !== undefined ? { baseUrl, model, apiKey } : null;
}
