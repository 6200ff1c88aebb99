import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyAnswer, type ProvokedAnswer } from "../../../testing/every-answer.ts";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { aServer, openServer, type TestServer } from "../../../testing/server.ts";
import { problems } from "../../http/problems.ts";

let server: TestServer;
let refused: readonly ProvokedAnswer[];

beforeAll(async () => {
  server = await openServer();
  refused = (await everyAnswer(server)).filter(({ status }) => status >= 300);
});
afterAll(() => server.close());

describe("every non-2xx answer is application/problem+json", () => {
  it("404 and 413 and malformed JSON included", () => {
    const codes = new Set(refused.map(({ reply }) => `${reply.status} ${reply.body?.code}`));
    expect([...codes].toSorted()).toEqual([
      "400 invalid_request",
      "400 malformed_json",
      "400 token_in_url",
      "401 invalid_token",
      "401 missing_credentials",
      "403 browser_call_refused",
      "403 insufficient_scope",
      "404 not_found",
      "404 product_not_found",
      "405 method_not_allowed",
      "409 sku_taken",
      "412 precondition_failed",
      "413 body_too_large",
      "415 unsupported_media_type",
      "422 validation_failed",
      "429 rate_limited",
    ]);
    for (const { reply } of refused) {
      expect(reply.headers["content-type"]).toBe("application/problem+json");
    }
  });

  it("also what is refused before there is a request: no Host, a header of 17 kB, an unknown method", async () => {
    for (const [text, status] of [
      ["GET /v1/user HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
      [`GET /v1/user HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(17_000)}\r\n\r\n`, 431],
      ["FOO /v1/user HTTP/1.1\r\nHost: a\r\n\r\n", 400],
    ] as const) {
      const received = await server.raw(text);
      expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(received).toContain("\r\nContent-Type: application/problem+json\r\n");
      const body = JSON.parse(received.slice(received.indexOf("\r\n\r\n")));
      expect(body).toMatchObject({ status, code: expect.any(String), instance: expect.any(String) });
    }
  });
});

describe("a problem", () => {
  it("has type (a URL under /docs/errors#<code>), title, status, detail, instance (the request id), code", () => {
    for (const { reply } of refused) {
      expect(reply.body).toMatchObject({
        type: `${server.origin}/docs/errors#${reply.body.code}`,
        title: expect.stringMatching(/^[A-Z][^.]+$/),
        status: reply.status,
        detail: expect.stringMatching(/^[A-Z`].+\.$/s),
        instance: reply.headers["x-request-id"],
        code: expect.stringMatching(/^[a-z]+(_[a-z]+)*$/),
      });
    }
  });

  it("has a type that really explains it and how to fix it", async () => {
    const page = await server.send("/docs/errors", { headers: { accept: "text/html" } });
    const { text: markdown } = await server.send("/docs/errors.md");
    expect(page.status).toBe(200);
    for (const [code, { cause, fix }] of Object.entries(problems)) {
      expect(page.text).toContain(`id="${code}"`);
      expect(markdown).toContain(cause);
      expect(markdown).toContain(fix);
    }
  });

  it("has for validation errors: [{path, message, code}], and else has not", () => {
    for (const { reply } of refused) {
      const { errors, code } = reply.body;
      if (code !== "validation_failed") expect(errors).toBeUndefined();
      else {
        expect(errors.length).toBeGreaterThan(0);
        for (const error of errors) {
          expect(error).toEqual({
            path: expect.any(String),
            message: expect.stringMatching(/.+/),
            code: expect.stringMatching(/^[a-z]+(_[a-z]+)*$/),
          });
        }
      }
    }
  });

  it("never has a stack, SQL, file path, token or other tenant's id in it", () => {
    const telling =
      /\bat \S+ \(|node_modules|\.[jt]s\b|\/(?:home|work|var|tmp|usr)\/|SQLITE|select |insert /i;
    for (const { reply } of refused) {
      expect(reply.text).not.toMatch(telling);
      expect(reply.text).not.toMatch(/kat_(?:live|test)_[0-9A-Za-z]{16}\.|(?:org|usr|mem)_[0-9A-Za-z]{22}/);
    }
  });
});

it("a 5xx says nothing but its request id", async () => {
  const broken = await aServer({
    wrap: (services) => {
      const store = { ...services.catalog.store, list: failToRead };
      return { ...services, catalog: { ...services.catalog, store } };
    },
  });
  const { token } = await aKey(broken, await anOrganization(broken));
  const reply = await broken.send("/v1/products", { token });
  const { title, cause } = problems.internal_error;
  expect(reply.status).toBe(500);
  expect(reply.body).toEqual({
    type: `${broken.origin}/docs/errors#internal_error`,
    title,
    status: 500,
    detail: cause,
    instance: reply.headers["x-request-id"],
    code: "internal_error",
  });
});

async function failToRead(): Promise<never> {
  throw new Error("SQLITE_CORRUPT: /var/lib/katkey/katkey.db");
}
