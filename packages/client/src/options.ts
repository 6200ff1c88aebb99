import { KatkeyConfigurationError } from "./errors.ts";

/** As much of a fetch as is needed, so that a runtime's own, or a binding, fits. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchedAnswer>;

export interface FetchInit {
  readonly method: "POST";
  readonly headers: Record<string, string>;
  readonly body: string | Blob;
  readonly signal: AbortSignal;
  readonly redirect: "manual";
}

export interface FetchedAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Positive answers are believed again for a while, without asking: nothing of it is counted. */
export interface CacheOptions {
  /** For how long a key that was revoked, changed or switched off may still be admitted here: 1–60000. */
  readonly maxStaleMilliseconds: number;
  /** The least recently used go first. */
  readonly maxEntries: number;
}

export interface KatkeyOptions {
  /** Where Katkey is: `https://keys.example.com`. */
  readonly url: string;
  /** `kat_svc_…`, from the environment or a secret store. */
  readonly serviceToken: string;
  /** For one call, all attempts and the waits between them included. 3000 when left out. */
  readonly timeoutMilliseconds?: number | undefined;
  /** Further attempts, only where the first cannot have been counted. 3 when left out. */
  readonly retries?: number | undefined;
  /** Katkey as your clients see it; problems then link to its explanations. Left out: they link to nothing. */
  readonly publicUrl?: string | undefined;
  /** Off when left out. */
  readonly cache?: CacheOptions | undefined;
  /** Instead of the runtime's own. */
  readonly fetch?: Fetch | undefined;
}

/** Options that have been looked at. */
export interface Settings {
  readonly url: string;
  readonly serviceToken: string;
  readonly timeoutMilliseconds: number;
  readonly retries: number;
  readonly publicUrl: string | null;
  readonly cache: CacheOptions | null;
  readonly fetch: Fetch;
}

const longestStaleMilliseconds = 60_000;

/** @throws KatkeyConfigurationError that names the option, and never says what the service token is */
export function settingsOf(options: KatkeyOptions): Settings {
  const { timeoutMilliseconds = 3000, retries = 3, publicUrl, cache } = options;
  assertWhole("timeoutMilliseconds", timeoutMilliseconds, { least: 1, most: 600_000 });
  assertWhole("retries", retries, { least: 0, most: 100 });
  if (cache) {
    const most = longestStaleMilliseconds;
    assertWhole("cache.maxStaleMilliseconds", cache.maxStaleMilliseconds, { least: 1, most });
    assertWhole("cache.maxEntries", cache.maxEntries, { least: 1, most: 1_000_000 });
  }
  return {
    url: baseOf("url", options.url),
    serviceToken: serviceTokenOf(options.serviceToken),
    timeoutMilliseconds,
    retries,
    publicUrl: publicUrl === undefined ? null : baseOf("publicUrl", publicUrl),
    cache: cache ?? null,
    // Called as a function of its own: a runtime's fetch takes no other `this` than its own.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
  };
}

/** Without the slash at its end, so that a path can follow. */
function baseOf(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && !`${url.username}${url.password}`;
  if (!isPlain || url.search !== "" || url.hash !== "") {
    throw invalid(
      `${name} must be an address such as https://keys.example.com, without user, query or fragment.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

function serviceTokenOf(token: string): string {
  if (typeof token !== "string" || token === "") throw invalid("serviceToken is missing.");
  if (/^[0-9A-Za-z]+_(?:live|test)_/.test(token)) {
    throw invalid("serviceToken is an API key. Issue a service token, which has _svc_ in it.");
  }
  if (!/^[0-9A-Za-z]+_svc_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/.test(token)) {
    throw invalid(
      "serviceToken has not the form of a service token. Compare it with the one that was issued.",
    );
  }
  return token;
}

function assertWhole(name: string, value: number, { least, most }: { least: number; most: number }): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw invalid(`${name} must be a whole number from ${least} to ${most}.`);
}

function invalid(message: string): KatkeyConfigurationError {
  return new KatkeyConfigurationError("invalid_options", message);
}
