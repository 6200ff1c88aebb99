import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";

/** The keys with which GitHub signs what its secret scanning tells. */
export interface GithubKeys {
  /** `null`: GitHub has no such key. @throws GithubKeysError when that cannot be said at the moment */
  find(identifier: string): Promise<KeyObject | null>;
}

/** GitHub could not be asked. */
export class GithubKeysError extends Error {
  override readonly name = "GithubKeysError";
}

const address = "https://api.github.com/meta/public_keys/secret_scanning";

/** After an hour they are asked for anew: a key that GitHub has withdrawn is not believed for ever. */
const freshMs = 60 * 60 * 1_000;
/** Strangers can name keys that there are not, and GitHub answers 60 questions an hour to an address. */
const pauseMs = 5 * 60 * 1_000;
const pauseAfterFailureMs = 10_000;
const patienceMs = 5_000;
const mostBytes = 100_000;

const listing = z.object({
  public_keys: z.array(z.object({ key_identifier: z.string(), key: z.string() })),
});

interface Sources {
  /** Milliseconds that never jump. */
  readonly monotonic: () => number;
  readonly fetch: typeof globalThis.fetch;
  /** Told of each time that GitHub could not be asked. */
  readonly onFailure: (cause: unknown) => void;
}

/** Asks GitHub for its keys when one is named that is not known, and goes on with those it has while it cannot. */
export function createGithubKeys({ monotonic, fetch, onFailure }: Sources): GithubKeys {
  let known: ReadonlyMap<string, KeyObject> | null = null;
  let etag: string | null = null;
  let askedAt = -Infinity;
  let answeredAt = -Infinity;
  let failed = false;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    askedAt = monotonic();
    try {
      const response = await fetch(address, optionsFor(etag));
      if (response.status !== 304) {
        if (response.status !== 200) throw new Error(`GitHub answered ${response.status}`);
        known = keysIn(await textOf(response));
        etag = response.headers.get("etag");
      }
      failed = false;
      answeredAt = askedAt;
    } catch (cause) {
      failed = true;
      onFailure(cause);
    }
  }

  function mayAsk(identifier: string): boolean {
    const since = monotonic() - askedAt;
    if (failed) return since >= pauseAfterFailureMs;
    return since >= (known?.has(identifier) ? freshMs : pauseMs);
  }

  return {
    async find(identifier) {
      const isKnown = known?.has(identifier) === true && monotonic() - answeredAt < freshMs;
      if (mayAsk(identifier)) asking ??= ask().finally(() => (asking = null));
      // Whose key is known does not wait until GitHub has answered about a stranger's.
      if (asking !== null && !isKnown) await asking;
      const key = known?.get(identifier) ?? null;
      if (key === null && failed) throw new GithubKeysError("GitHub's keys could not be fetched.");
      return key;
    },
  };
}

/** `etag`: of what is known. */
function optionsFor(etag: string | null): RequestInit {
  return {
    headers: {
      Accept: "application/vnd.github+json",
      "User-Agent": "katkey",
      ...(etag !== null && { "If-None-Match": etag }),
    },
    redirect: "error",
    signal: AbortSignal.timeout(patienceMs),
  };
}

async function textOf(response: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > mostBytes) throw new Error("GitHub's answer is too long");
  }
  return text;
}

function keysIn(text: string): ReadonlyMap<string, KeyObject> {
  const { public_keys: listed } = listing.parse(JSON.parse(text));
  return new Map(
    listed.flatMap(({ key_identifier: id, key }) => [[id, keyOf(key)] as const]).filter(isUsable),
  );
}

function keyOf(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyDetails?.namedCurve === "prime256v1" ? key : null;
  } catch {
    return null;
  }
}

function isUsable(entry: readonly [string, KeyObject | null]): entry is readonly [string, KeyObject] {
  return entry[1] !== null;
}
