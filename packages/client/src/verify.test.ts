import { describe, expect, it } from "vitest";
import { createKatkey, type KatkeyOptions } from "./index.ts";
import { refusals, type RefusalCode } from "./refusals.ts";
import {
  admitted,
  aLimit,
  answering,
  anAppPrincipal,
  aPrincipal,
  aServiceToken,
  aStub,
  aToken,
  refused,
} from "./testing/stub.ts";

async function aPair(body: unknown, options: Partial<KatkeyOptions> = {}) {
  const stub = await aStub(answering(body));
  return { stub, katkey: createKatkey({ url: stub.url, serviceToken: aServiceToken, ...options }) };
}

describe("a question", () => {
  it("goes to /v1/verify with the service token, and says all that is known", async () => {
    const { stub, katkey } = await aPair(admitted());
    const question = {
      token: aToken,
      scopes: ["orders:read"],
      address: "203.0.113.7",
      method: "GET",
      route: "/orders/:id",
      userAgent: "acme/1.0",
      cost: 3,
    };
    await katkey.verify({ ...question, requestId: "abc-1" });
    const [call] = stub.calls;
    expect(call).toMatchObject({ method: "POST", path: "/v1/verify", body: question });
    expect(Object.keys(call?.body ?? {})).toEqual(Object.keys(question));
    expect(call?.headers).toMatchObject({
      authorization: `Bearer ${aServiceToken}`,
      "content-type": "application/json",
      "x-request-id": "abc-1",
    });
  });

  it("says nothing of what is not known", async () => {
    const { stub, katkey } = await aPair(admitted());
    const unknown = { scopes: [], address: null, method: undefined, route: undefined, userAgent: null };
    await katkey.verify({ token: aToken, ...unknown });
    expect(stub.calls[0]?.body).toEqual({ token: aToken });
  });

  it("cuts what a client could make as long as it likes", async () => {
    const { stub, katkey } = await aPair(admitted());
    const [token = "", method, route, userAgent] = ["a", "M", "r", "u"].map((letter) =>
      letter.repeat(20_000),
    );
    await katkey.verify({ token, method, route: `æ\u0000${route}`, userAgent });
    expect(stub.calls[0]?.body).toEqual({
      token: "a".repeat(256),
      method: "M".repeat(32),
      route: `??${"r".repeat(198)}`,
      userAgent: "u".repeat(1024),
    });
  });

  it("has no characters that Katkey takes from nobody", async () => {
    const { stub, katkey } = await aPair(admitted());
    await katkey.verify({ token: "a\0b", userAgent: `${"u".repeat(1022)}😀😀` });
    const { token, userAgent } = stub.calls[0]?.body ?? {};
    expect([token, userAgent]).toEqual(["a?b", `${"u".repeat(1022)}😀`]);
    await katkey.verify({ token: "\ud800", userAgent: `${"u".repeat(1023)}😀` });
    expect(stub.calls[1]?.body).toMatchObject({ token: "?", userAgent: `${"u".repeat(1023)}?` });
  });

  it.each([
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:203.0.113.7", "203.0.113.7"],
    ["2001:db8::7", "2001:db8::7"],
  ])("says the address %s as %s", async (address, said) => {
    const { stub, katkey } = await aPair(admitted());
    await katkey.verify({ token: aToken, address });
    expect(stub.calls[0]?.body).toMatchObject({ address: said });
  });

  it.each(["a b", "", "x".repeat(65), "a\r\nb", null, undefined])(
    "has an id of its own instead of %j",
    async (requestId) => {
      const { stub, katkey } = await aPair(admitted());
      const decision = await katkey.verify({ token: aToken, requestId: requestId ?? undefined });
      expect(decision.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(stub.calls[0]?.headers["x-request-id"]).toBe(decision.requestId);
    },
  );

  it.each([-1, 1.5, 1001, Number.NaN, Number.POSITIVE_INFINITY])(
    "does not leave with a cost of %d",
    async (cost) => {
      const { stub, katkey } = await aPair(admitted());
      await expect(katkey.verify({ token: aToken, cost })).rejects.toMatchObject({
        code: "question_refused",
      });
      expect(stub.calls).toEqual([]);
    },
  );

  it("finds a Katkey below a path", async () => {
    const stub = await aStub(answering(admitted()));
    const katkey = createKatkey({ url: `${stub.url}/keys/`, serviceToken: aServiceToken });
    await katkey.verify({ token: aToken });
    expect(stub.calls[0]?.path).toBe("/keys/v1/verify");
  });
});

describe("an admitted token", () => {
  it("names its principal, and how the limit stands", async () => {
    const { katkey } = await aPair(admitted());
    const decision = await katkey.verify({ token: aToken, requestId: "abc" });
    expect(decision).toEqual({
      valid: true,
      code: "valid",
      principal: aPrincipal,
      limit: aLimit,
      remembered: false,
      requestId: "abc",
      headers: { RateLimit: '"account";r=99;t=60', "RateLimit-Policy": '"account";q=100;w=60' },
    });
  });
});

describe("a partner app's access token", () => {
  it("names the app, whose leave it has, and who gave it", async () => {
    const { katkey } = await aPair(admitted({ principal: anAppPrincipal }));
    const decision = await katkey.verify({ token: aToken });
    if (!decision.valid) throw new Error("refused");
    const { principal } = decision;
    expect(principal).toEqual(anAppPrincipal);
    expect((principal.key ?? principal.app).name).toBe("Stockroom");
  });

  it("that lacks a scope is told of its grant", async () => {
    const { katkey } = await aPair(
      refused("insufficient_scope", { principal: anAppPrincipal, limit: aLimit }),
    );
    const decision = await katkey.verify({ token: aToken, scopes: ["orders:write"] });
    expect(decision).toMatchObject({
      principal: anAppPrincipal,
      answer: { body: { detail: "This needs a grant with orders:write." } },
    });
  });

  it("that has ended is told when", async () => {
    const endedAt = "2026-11-21T13:00:00.000Z";
    const { katkey } = await aPair(refused("token_expired", { endedAt }));
    const decision = await katkey.verify({ token: aToken });
    expect(decision).toMatchObject({
      answer: { status: 401, body: { detail: `The access token expired at ${endedAt}.`, endedAt } },
    });
  });
});

const unauthorized = 'Bearer realm="katkey", error="invalid_token"';
const answers: Record<RefusalCode, [number, string | undefined]> = {
  invalid_token: [401, unauthorized],
  key_revoked: [401, unauthorized],
  key_expired: [401, unauthorized],
  secret_retired: [401, unauthorized],
  secret_quarantined: [401, unauthorized],
  app_disconnected: [401, unauthorized],
  token_expired: [401, unauthorized],
  too_many_failures: [429, undefined],
  organization_suspended: [403, undefined],
  api_access_disabled: [403, undefined],
  browser_call_refused: [403, undefined],
  ip_not_allowed: [403, undefined],
  rate_limited: [429, undefined],
  insufficient_scope: [
    403,
    'Bearer realm="katkey", error="insufficient_scope", scope="orders:read orders:write"',
  ],
};

describe("a refused token is an answer that the backend can hand on", () => {
  it.each(Object.entries(answers))("%s", async (code, [status, challenge]) => {
    const { katkey } = await aPair(refused(code));
    const decision = await katkey.verify({
      token: aToken,
      scopes: ["orders:read", "orders:write"],
      requestId: "abc",
    });
    if (decision.valid) throw new Error("admitted");
    expect(decision).toMatchObject({ code, principal: null, limit: null, endedAt: null, requestId: "abc" });
    const { answer } = decision;
    expect(answer.status).toBe(status);
    expect(answer.headers["WWW-Authenticate"]).toBe(challenge);
    expect(answer.headers["Content-Type"]).toBe("application/problem+json");
    expect(answer.headers["Cache-Control"]).toBe("no-store");
    expect(answer.headers["Retry-After"] !== undefined).toBe(status === 429);
    expect(answer.body).toMatchObject({ status, code, instance: "abc" });
    expect(answer.body.type).toBeUndefined();
  });

  it("with how the limit stands, and when to come back", async () => {
    const limit = { limit: 100, remaining: 0, resetSeconds: 7 };
    const { katkey } = await aPair(refused("rate_limited", { principal: aPrincipal, limit }));
    const decision = await katkey.verify({ token: aToken });
    expect(decision).toMatchObject({
      principal: aPrincipal,
      retryAfterSeconds: 7,
      answer: {
        headers: {
          "Retry-After": "7",
          RateLimit: '"account";r=0;t=7',
          "RateLimit-Policy": '"account";q=100;w=60',
        },
      },
    });
  });

  it("with when to come back, as Katkey says it, whether or not somebody can be named", async () => {
    const { katkey } = await aPair(refused("too_many_failures", { retryAfterSeconds: 12 }));
    expect(await katkey.verify({ token: aToken })).toMatchObject({
      limit: null,
      retryAfterSeconds: 12,
      answer: { headers: { "Retry-After": "12" } },
    });
  });

  it("with when the key ended", async () => {
    const endedAt = "2026-11-20T10:00:00.000Z";
    const { katkey } = await aPair(refused("key_revoked", { endedAt }), {
      publicUrl: "https://keys.example/",
    });
    expect(await katkey.verify({ token: aToken })).toMatchObject({
      endedAt,
      answer: {
        body: {
          type: "https://keys.example/docs/errors#key_revoked",
          detail: `The key was revoked at ${endedAt}.`,
          endedAt,
        },
      },
    });
  });

  it("has a row for every code", () => {
    expect(new Set([...Object.keys(answers), ...local])).toEqual(new Set(Object.keys(refusals)));
  });
});

const local = ["missing_credentials", "invalid_request", "token_in_url", "verification_unavailable"];

describe("a batch", () => {
  it("is one call, answered in its order", async () => {
    const { stub, katkey } = await aPair({ answers: [admitted(), refused("insufficient_scope")] });
    const decisions = await katkey.verifyBatch([
      { token: aToken, cost: 5 },
      { token: aToken, scopes: ["orders:write"] },
    ]);
    expect(decisions.map(({ code }) => code)).toEqual(["valid", "insufficient_scope"]);
    const id = stub.calls[0]?.headers["x-request-id"];
    expect(decisions.map(({ requestId }) => requestId)).toEqual([`${id}.1`, `${id}.2`]);
    expect(decisions[1]).toMatchObject({
      answer: { body: { detail: "This needs a key with orders:write." } },
    });
    expect(stub.calls).toMatchObject([
      {
        path: "/v1/verify/batch",
        body: {
          requests: [
            { token: aToken, cost: 5 },
            { token: aToken, scopes: ["orders:write"] },
          ],
        },
      },
    ]);
  });

  it("of nothing asks nothing, and one of too many neither", async () => {
    const { stub, katkey } = await aPair({ answers: [] });
    expect(await katkey.verifyBatch([])).toEqual([]);
    const many = Array.from({ length: 101 }, () => ({ token: aToken }));
    await expect(katkey.verifyBatch(many)).rejects.toMatchObject({ code: "question_refused" });
    expect(stub.calls).toEqual([]);
  });

  it.each([
    ["too few answers", { answers: [admitted()] }],
    ["too many", { answers: [admitted(), admitted(), admitted()] }],
    ["one that is none", { answers: [admitted(), {}] }],
    ["no list", admitted()],
  ])("with %s is no answer at all", async (_, body) => {
    const { katkey } = await aPair(body);
    const asked = katkey.verifyBatch([{ token: aToken }, { token: aToken }]);
    await expect(asked).rejects.toMatchObject({ reason: "malformed_answer", mayHaveCounted: true });
  });
});
