import { admit, revoke, rotate, type Admission } from "@katkey/keys";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { editedText } from "../../../testing/fuzz/edited-text.ts";
import { anAppToken, appTokenLifetimeMs, disconnected } from "../../../testing/app-token.ts";
import { forgedToken, isWellFormed } from "../../../testing/fuzz/forged-token.ts";
import { fuzz, patienceOf } from "../../../testing/fuzz/fuzzing.ts";
import { leak } from "../../../testing/leak.ts";
import { aKey, anOrganization, ownerAct } from "../../../testing/people.ts";
import { openServer, type TestServer } from "../../../testing/server.ts";
import { parseAuthorization } from "../caller/bearer.ts";

let server: TestServer;
let good: ReadonlySet<string>;
let ended: readonly string[];

beforeAll(async () => {
  server = await openServer();
  const organization = await anOrganization(server);
  const { clock } = server;
  const { desk } = server.services;
  const outOfTime = await anAppToken(server, organization);
  clock.advance(appTokenLifetimeMs);
  const act = ownerAct(server, organization);
  const live = await aKey(server, organization);
  const test = await aKey(server, organization, { environment: "test" });
  const other = await aKey(server, await anOrganization(server));
  const expired = await aKey(server, organization, { expiresAt: clock.now() + 1 });
  const revoked = await aKey(server, organization);
  await revoke(desk, act, { keyId: revoked.key.id, reason: "unused", text: null });
  const replaced = await aKey(server, organization);
  const current = await rotate(desk, act, { keyId: replaced.key.id, overlapSeconds: 0 });
  const retiring = await aKey(server, organization);
  const next = await rotate(desk, act, { keyId: retiring.key.id, overlapSeconds: 3_600 });
  const app = await anAppToken(server, organization);
  const over = await anAppToken(server, organization);
  await disconnected(server, organization, over);
  const leaked = await aKey(server, organization);
  await leak(server, leaked.token);
  clock.advance(1);
  good = new Set([live, test, other, current, retiring, next, app].map(({ token }) => token));
  ended = [expired, revoked, replaced, over, outOfTime, leaked].map(({ token }) => token);
});
afterAll(() => server.close());

const alphabet = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.");
const isAlphanumeric = (character: string) => /[0-9A-Za-z]/.test(character);

/** RFC 6750 and the table of the API's contract, read character by character. */
function credentialsIn(header: string): ReturnType<typeof parseAuthorization> {
  if (header.slice(0, 6).toLowerCase() !== "bearer") return { kind: "none" };
  if (isAlphanumeric(header.charAt(6))) return { kind: "none" };
  let start = 6;
  while (header[start] === " ") start += 1;
  const token = header.slice(start);
  const isToken = start > 6 && token !== "" && [...token].every((character) => alphabet.has(character));
  return isToken ? { kind: "bearer", token } : { kind: "malformed" };
}

it(
  "reads every Authorization header as the contract does",
  async () => {
    const token = fc.constantFrom(...good);
    const headers = fc.oneof(
      { weight: 4, arbitrary: editedText(token.map((each) => `Bearer ${each}`)) },
      editedText(fc.constantFrom("Bearer", "bearer x", "BEARER  a.b", "Basic a:b", "Bearer a, Bearer b", "")),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    const kinds = new Set<string>();
    await fuzz(
      "authorization header",
      fc.property(headers, (header) => {
        const read = parseAuthorization(header);
        const expected = credentialsIn(header);
        kinds.add(read.kind);
        if (read.kind !== expected.kind) throw new Error(`${read.kind} instead of ${expected.kind}`);
        if (read.kind === "bearer" && !header.endsWith(read.token)) throw new Error("another token");
      }),
    );
    expect(kinds.size).toBe(3);
  },
  patienceOf("authorization header"),
);

it(
  "admits nothing but what was issued and has not ended",
  async () => {
    const { desk, limiter, clock } = server.services;
    let lookups = 0;
    const findSecret: typeof desk.store.findSecret = (...asked) => {
      lookups += 1;
      return desk.store.findSecret(...asked);
    };
    const store = { ...desk.store, findSecret };
    const appTokens: typeof server.services.appTokens = {
      find(...asked) {
        lookups += 1;
        return server.services.appTokens.find(...asked);
      },
    };
    const admitting = { store, appTokens, limiter, brand: "kat", failuresPerMinute: 1_000_000_000 };
    const request = {
      scopes: [],
      address: "192.0.2.1",
      browser: null,
      requestId: "fuzz",
      now: clock.now(),
    };
    const all = [...good, ...ended];
    const tokens = fc.oneof(
      { weight: 3, arbitrary: forgedToken(all) },
      { weight: 3, arbitrary: editedText(fc.constantFrom(...all), 2) },
      { weight: 1, arbitrary: fc.constantFrom(...all) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 100 }) },
    );
    const admitted = new Set<string>();
    let at = 0;
    await fuzz(
      "admission",
      fc.asyncProperty(tokens, async (token) => {
        // Slowly enough for the account's limit to play no part.
        at += 1_000;
        lookups = 0;
        const admission = await admit(admitting, { ...request, token, at });
        if (admission.admitted) admitted.add(token);
        const expected = expectedOf(token);
        if (lookups !== Number(isWellFormed(token))) throw new Error(`${lookups} look-ups`);
        if (outcomeOf(admission) !== expected) throw new Error(`${outcomeOf(admission)}, not ${expected}`);
      }),
    );
    expect(admitted).toEqual(good);
  },
  patienceOf("admission"),
);

const codesOfEnded = [
  "key_expired",
  "key_revoked",
  "secret_retired",
  "app_disconnected",
  "token_expired",
  "secret_quarantined",
];

function expectedOf(token: string): string {
  if (good.has(token)) return "admitted";
  return codesOfEnded[ended.indexOf(token)] ?? "invalid_token";
}

function outcomeOf(admission: Admission): string {
  return admission.admitted ? "admitted" : admission.code;
}
