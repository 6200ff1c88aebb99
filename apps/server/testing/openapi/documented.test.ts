import { expect, it } from "vitest";
import { openApiDocument } from "../../src/rest/openapi/openapi-document.ts";
import { documentedBy } from "./documented.ts";

const { faultsOf } = documentedBy(openApiDocument("http://katkey.test"));

const asked = { method: "GET", path: "/v1/user" };

const headers = {
  "content-type": "application/json; charset=utf-8",
  "x-request-id": "one",
  ratelimit: '"account";r=99;t=60',
  "ratelimit-policy": '"account";q=100;w=60',
};

const body = {
  key: { id: "key_1", name: "Shop", environment: "live", scopes: ["keys:read"], expiresAt: null },
  organization: { id: "org_1", name: "Acme", plan: "standard" },
  responsibleMember: { role: "owner" },
  limit: { limit: 100, remaining: 99, resetSeconds: 60 },
};

const problem = {
  type: "http://katkey.test/docs/errors#invalid_token",
  title: "The API key is not valid",
  status: 401,
  detail: "The token is unknown.",
  instance: "one",
  code: "invalid_token",
};

const reply = (change: object = {}) => ({ status: 200, headers, text: "{}", body, ...change });
const refusal = (change: object = {}) =>
  reply({
    status: 401,
    headers: { "content-type": "application/problem+json", "x-request-id": "one" },
    body: { ...problem, ...change },
  });

it.each([
  ["an answer", reply()],
  ["a refusal", refusal()],
])("finds nothing wrong with %s that is as documented", (_, good) => {
  expect(faultsOf(asked, good)).toEqual([]);
});

it.each([
  ["a field that is not documented", reply({ body: { ...body, secret: "x" } }), /additional properties/],
  [
    "one deeper inside",
    reply({ body: { ...body, key: { ...body.key, hash: "x" } } }),
    /additional properties/,
  ],
  ["a field that is missing", reply({ body: { ...body, limit: undefined } }), /required property 'limit'/],
  [
    "a value that is not documented",
    reply({ body: { ...body, organization: { ...body.organization, plan: "gold" } } }),
    /allowed values/,
  ],
  [
    "a time that is none",
    reply({ body: { ...body, key: { ...body.key, expiresAt: "tomorrow" } } }),
    /expiresAt/,
  ],
  ["a status that is not documented", reply({ status: 202 }), /status 202 is not documented/],
  [
    "another content type",
    reply({ headers: { ...headers, "content-type": "text/html" } }),
    /text\/html is not documented/,
  ],
  [
    "a header that is not documented",
    reply({ headers: { ...headers, etag: '"1"' } }),
    /header etag is not documented/,
  ],
  [
    "a header that is missing",
    reply({ headers: { ...headers, "x-request-id": undefined } }),
    /X-Request-Id is missing/,
  ],
  ["a header of another form", reply({ headers: { ...headers, ratelimit: "99" } }), /header RateLimit/],
  ["a code that is not this operation's", refusal({ code: "key_not_found" }), /allowed values/],
  ["a status within that is not the answer's", refusal({ status: 403 }), /status must be equal to constant/],
])("sees %s", (_, bad, fault) => {
  expect(faultsOf(asked, bad).join("\n")).toMatch(fault);
});
