import { inspect } from "node:util";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  createKatkey,
  KatkeyConfigurationError,
  KatkeyError,
  KatkeyQuestionError,
  KatkeyUnavailableError,
  type FetchInit,
  type KatkeyOptions,
} from "./index.ts";
import { freePort } from "./testing/free-port.ts";
import {
  admitted,
  anAppPrincipal,
  answering,
  aServiceToken,
  aStub,
  aToken,
  failing,
  hangingUp,
  refused,
  silent,
  type Behaviour,
} from "./testing/stub.ts";

const spending = { token: aToken };
const checking = { token: aToken, cost: 0 };

async function aPair(options: Partial<KatkeyOptions>, ...behaviours: readonly Behaviour[]) {
  const stub = await aStub(...behaviours);
  return {
    stub,
    katkey: createKatkey({
      url: stub.url,
      serviceToken: aServiceToken,
      timeoutMilliseconds: 20_000,
      ...options,
    }),
  };
}

async function failureOf(promise: Promise<unknown>): Promise<KatkeyError> {
  const error = await promise.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof KatkeyError)) throw new Error(`not one of ours: ${inspect(error)}`);
  return error;
}

const busy = failing(503, "busy", { "Retry-After": "0" });

describe("what may have been counted is not repeated", () => {
  it.each([
    ["Katkey hangs up on the question", hangingUp, "connection_lost"],
    ["an answer breaks off", breakingOff, "connection_lost"],
    ["Katkey fails", failing(500, "internal_error"), "failed"],
    ["a proxy has lost Katkey", failing(502, "bad_gateway"), "failed"],
    ["a proxy has waited for long enough", failing(504, "gateway_timeout"), "failed"],
    ["something says 503, and not when to come back", failing(503, "unavailable"), "failed"],
    ["a proxy limits us", failing(429, "slow_down"), "failed"],
    ["the answer is no JSON", said("<!doctype html>"), "malformed_answer"],
    ["the answer is nothing", said(""), "malformed_answer"],
    ["the answer is a list", answering([]), "malformed_answer"],
    ["the answer admits nobody in particular", answering(admitted({ principal: null })), "malformed_answer"],
    [
      "the answer admits with a refusal's code",
      answering(admitted({ code: "key_revoked" })),
      "malformed_answer",
    ],
    ["the answer refuses for nothing", answering(refused("valid")), "malformed_answer"],
    ["the answer refuses for what nobody knows", answering(refused("bad_weather")), "malformed_answer"],
    ["the answer refuses by a name of all objects", answering(refused("toString")), "malformed_answer"],
    ["the answer refuses with a code of ours", answering(refused("missing_credentials")), "malformed_answer"],
    ["the answer's valid is a word", answering(admitted({ valid: "true" })), "malformed_answer"],
    ["the answer's limit is none", answering(admitted({ limit: { limit: 1 } })), "malformed_answer"],
    ["the answer's scopes are none", answering(admitted(withScopes([1]))), "malformed_answer"],
    [
      "the answer names an app without a grant",
      answering(admitted(ofApp({ grant: null }))),
      "malformed_answer",
    ],
    [
      "the answer names an app with a key's secret",
      answering(admitted(ofApp({ secret: {} }))),
      "malformed_answer",
    ],
    ["the answer names neither key nor app", answering(admitted(ofApp({ app: null }))), "malformed_answer"],
  ] as [string, Behaviour, string][])("when %s", async (_, behaviour, reason) => {
    const { stub, katkey } = await aPair({ retries: 5 }, behaviour);
    const error = await failureOf(katkey.verify(spending));
    expect(error).toBeInstanceOf(KatkeyUnavailableError);
    expect(error).toMatchObject({ code: "unavailable", reason, mayHaveCounted: true });
    expect(stub.calls).toHaveLength(1);
  });

  it("when there is no answer in time", async () => {
    const { stub, katkey } = await aPair({ timeoutMilliseconds: 150, retries: 5 }, silent);
    const started = performance.now();
    const error = await failureOf(katkey.verify(spending));
    expect(error).toMatchObject({ reason: "timeout", mayHaveCounted: true, answeredStatus: null });
    // Nearly four hundred times what it takes: that it is not waited for, and not how fast this machine is.
    expect(performance.now() - started).toBeLessThan(55_000);
    expect(stub.calls).toHaveLength(1);
  });

  it("when the head comes in time, and the body does not", async () => {
    const { katkey } = await aPair({ timeoutMilliseconds: 150 }, (response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).write('{"valid":'),
    );
    expect(await failureOf(katkey.verify(spending))).toMatchObject({ reason: "timeout" });
  });

  it("when a batch is turned away: it may have been in the middle", async () => {
    const { stub, katkey } = await aPair({ retries: 5 }, busy);
    const error = await failureOf(katkey.verifyBatch([spending, spending]));
    expect(error).toMatchObject({ reason: "failed", mayHaveCounted: true });
    expect(stub.calls).toHaveLength(1);
  });

  it("by the runtime itself neither, as Deno would with a text", async () => {
    const bodies: unknown[] = [];
    const fetchNothing = (_url: string, { body }: FetchInit) => {
      bodies.push(body);
      return Promise.reject(new Error("nothing"));
    };
    const katkey = createKatkey({
      url: "http://x",
      serviceToken: aServiceToken,
      fetch: fetchNothing,
      retries: 0,
    });
    vi.stubGlobal("Deno", {});
    onTestFinished(() => void vi.unstubAllGlobals());
    await failureOf(katkey.verify(spending));
    await failureOf(katkey.verify(checking));
    expect(bodies).toEqual([expect.any(Blob), JSON.stringify(checking)]);
  });

  it("in a batch in which a single question spends", async () => {
    const { stub, katkey } = await aPair({ retries: 5 }, hangingUp);
    await failureOf(katkey.verifyBatch([checking, spending, checking]));
    expect(stub.calls).toHaveLength(1);
  });
});

describe("what cannot have been counted is repeated", () => {
  it("when Katkey turns the question away and says when to come back", async () => {
    const { stub, katkey } = await aPair({}, busy, busy, answering(admitted()));
    expect(await katkey.verify(spending)).toMatchObject({ valid: true });
    expect(stub.calls).toHaveLength(3);
    expect(new Set(stub.calls.map(({ headers }) => headers["x-request-id"])).size).toBe(1);
  });

  it("as often as `retries` says, and not once more", async () => {
    const { stub, katkey } = await aPair({ retries: 3 }, busy);
    const error = await failureOf(katkey.verify(spending));
    expect(error).toMatchObject({
      reason: "failed",
      answeredStatus: 503,
      retryAfterSeconds: 0,
      mayHaveCounted: false,
    });
    expect(stub.calls).toHaveLength(4);
  });

  it("never without retries", async () => {
    const { stub, katkey } = await aPair({ retries: 0 }, busy);
    await failureOf(katkey.verify(checking));
    expect(stub.calls).toHaveLength(1);
  });

  it("not when the next attempt would come too late", async () => {
    const { stub, katkey } = await aPair({}, failing(503, "busy", { "Retry-After": "60" }));
    const started = performance.now();
    expect(await failureOf(katkey.verify(spending))).toMatchObject({ retryAfterSeconds: 60 });
    expect(performance.now() - started).toBeLessThan(55_000);
    expect(stub.calls).toHaveLength(1);
  });

  it.each([
    ["hangs up", hangingUp],
    ["breaks off", breakingOff],
    ["fails", failing(502, "bad_gateway")],
    ["says 503", failing(503, "unavailable")],
    ["says 429", failing(429, "slow_down")],
  ] as [string, Behaviour][])("when a question that costs nothing %s", async (_, behaviour) => {
    const { stub, katkey } = await aPair({}, behaviour, behaviour, answering(admitted()));
    expect(await katkey.verify(checking)).toMatchObject({ valid: true });
    expect(stub.calls).toHaveLength(3);
  });

  it("when there is no connection", async () => {
    let attempts = 0;
    const katkey = createKatkey({
      url: `http://127.0.0.1:${await freePort()}`,
      serviceToken: aServiceToken,
      fetch: (url, init) => {
        attempts += 1;
        return fetch(url, init);
      },
    });
    const error = await failureOf(katkey.verify(spending));
    expect(error).toMatchObject({ reason: "unreachable", mayHaveCounted: false });
    expect(attempts).toBe(4);
  });

  it("when the server comes back in between", async () => {
    const stub = await aStub();
    let attempts = 0;
    const katkey = createKatkey({
      url: `http://127.0.0.1:${await freePort()}`,
      serviceToken: aServiceToken,
      fetch: (url, init) => {
        attempts += 1;
        return fetch(attempts < 3 ? url : `${stub.url}/v1/verify`, init);
      },
    });
    expect(await katkey.verify(spending)).toMatchObject({ valid: true });
    expect(stub.calls).toHaveLength(1);
  });

  it.each([
    ["Bun", Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" })],
    [
      "Deno",
      new TypeError("error sending request for url (http://x/): client error (Connect): tcp connect error"),
    ],
    ["Node", new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "EAI_AGAIN" }) })],
  ])("when it is %s that has no connection", async (_, cause) => {
    const katkey = createKatkey({
      url: "http://x",
      serviceToken: aServiceToken,
      fetch: () => Promise.reject(cause),
    });
    expect(await failureOf(katkey.verify(spending))).toMatchObject({ reason: "unreachable", cause });
  });

  it("not when a runtime does not say why", async () => {
    let attempts = 0;
    const cause = new TypeError("Network connection lost.");
    const fetch = () => {
      attempts += 1;
      return Promise.reject(cause);
    };
    const katkey = createKatkey({ url: "http://x", serviceToken: aServiceToken, fetch });
    expect(await failureOf(katkey.verify(spending))).toMatchObject({ reason: "connection_lost" });
    expect(attempts).toBe(1);
  });
});

describe("what is set up wrongly is nobody's invalid key, and is not repeated", () => {
  it.each([
    ["401", failing(401, "invalid_token"), "service_token_refused"],
    ["401 of a service token that has ended", failing(401, "key_revoked"), "service_token_refused"],
    ["403", failing(403, "forbidden"), "service_token_refused"],
    ["429 for too many bad service tokens", failing(429, "too_many_failures"), "service_token_refused"],
    ["404", failing(404, "not_found"), "not_katkey"],
    ["405", failing(405, "method_not_allowed"), "not_katkey"],
    ["a redirect", redirecting, "not_katkey"],
    ["204", (response) => void response.writeHead(204).end(), "not_katkey"],
  ] as [string, Behaviour, string][])("%s", async (_, behaviour, code) => {
    const { stub, katkey } = await aPair({ retries: 5 }, behaviour);
    const error = await failureOf(katkey.verify(checking));
    expect(error).toBeInstanceOf(KatkeyConfigurationError);
    expect(error).toMatchObject({ code, requestId: stub.calls[0]?.headers["x-request-id"] });
    expect(stub.calls).toHaveLength(1);
  });

  it.each([400, 413, 415, 422])("a question that is answered %d", async (status) => {
    const { stub, katkey } = await aPair({ retries: 5 }, (response) => {
      const errors = [{ path: "scopes.0", message: "There is no such scope.", code: "invalid" }, "odd"];
      response.writeHead(status).end(JSON.stringify({ code: "validation_failed", errors }));
    });
    const error = await failureOf(katkey.verify(checking));
    expect(error).toBeInstanceOf(KatkeyQuestionError);
    expect(error.message).toContain("scopes.0: There is no such scope.");
    expect(error).toMatchObject({ faults: [{ path: "scopes.0" }] });
    expect(stub.calls).toHaveLength(1);
  });

  it("takes the service token nowhere else", async () => {
    const elsewhere = await aStub();
    const { katkey } = await aPair({}, (response) =>
      response.writeHead(307, { Location: elsewhere.url }).end(),
    );
    expect(await failureOf(katkey.verify(spending))).toMatchObject({ code: "not_katkey" });
    expect(elsewhere.calls).toEqual([]);
  });
});

describe("a caller that ends the call", () => {
  it("gets its own reason, and nothing is repeated", async () => {
    const { stub, katkey } = await aPair({}, silent);
    const controller = new AbortController();
    const asked = katkey.verify(checking, { signal: controller.signal });
    await expect.poll(() => stub.calls.length, { timeout: 10_000 }).toBe(1);
    controller.abort(new Error("the client has left"));
    await expect(asked).rejects.toThrow("the client has left");
    expect(stub.calls).toHaveLength(1);
  });

  it("may do so between two attempts", async () => {
    const { stub, katkey } = await aPair({}, failing(503, "busy", { "Retry-After": "2" }));
    const controller = new AbortController();
    const asked = katkey.verify(checking, { signal: controller.signal });
    await expect.poll(() => stub.calls.length, { timeout: 10_000 }).toBe(1);
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(asked).rejects.toThrow("enough");
    expect(stub.calls).toHaveLength(1);
  });

  it("may have done so before", async () => {
    const { stub, katkey } = await aPair({ cache: { maxStaleMilliseconds: 1000, maxEntries: 1 } });
    const signal = AbortSignal.abort(new Error("before"));
    await expect(katkey.verify(checking, { signal })).rejects.toThrow("before");
    await expect(katkey.verifyBatch([checking], { signal })).rejects.toThrow("before");
    expect(stub.calls).toEqual([]);
  });
});

describe("an error", () => {
  it("never holds a token, and nothing that a framework would hand on to the client", async () => {
    const wrong = [
      hangingUp,
      failing(401, "invalid_token"),
      failing(422, "validation_failed"),
      said(aToken),
      silent,
    ];
    for (const behaviour of wrong) {
      const { katkey } = await aPair({ timeoutMilliseconds: 200 }, behaviour);
      const error = await failureOf(katkey.verify(spending));
      const shown = `${inspect(error, { depth: 9 })} ${JSON.stringify(error)} ${error.stack}`;
      for (const token of [aToken, aServiceToken]) expect(shown).not.toContain(token.slice(-20));
      for (const name of ["status", "statusCode", "headers", "expose"])
        expect(error).not.toHaveProperty(name);
    }
  });
});

function breakingOff(response: Parameters<Behaviour>[0]) {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
  response.write('{"valid":true', () => response.socket?.destroy());
}

function redirecting(response: Parameters<Behaviour>[0]) {
  response.writeHead(308, { Location: "/v1/verify" }).end();
}

function said(text: string): Behaviour {
  return (response) => response.writeHead(200, { "Content-Type": "text/html" }).end(text);
}

function ofApp(change: object) {
  return { principal: { ...anAppPrincipal, ...change } };
}

function withScopes(scopes: readonly unknown[]) {
  return { principal: { key: { scopes } } };
}
