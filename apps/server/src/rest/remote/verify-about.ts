import { verifyAnswer, verifyBatchAnswer, type VerifyView } from "../../view/verify-answer.ts";
import type { About } from "../about.ts";

const token = "kat_live_4kT9wQ2mZx7RbNfL.VqT1yBc8Ns5XhRj2LmKd7WpFzG3aU6eQo9iY4tCv0Hr5JkZ81mXbP";

const request = {
  token,
  scopes: ["products:read"],
  address: "203.0.113.7",
  method: "GET",
  route: "/orders/{id}",
  userAgent: "warehouse/2.1",
};

const valid: VerifyView = {
  valid: true,
  code: "valid",
  principal: {
    key: {
      id: "key_0Rk3VvN2sQ7xYb5LmT9cHd",
      name: "Warehouse",
      environment: "live",
      scopes: ["products:read", "usage:read"],
      expiresAt: null,
    },
    organization: { id: "org_0Rk0AbCdEfGhJkLmNpQrSt", name: "Acme", plan: "standard" },
    responsibleMember: { role: "owner" },
    secret: { publicKeyId: "4kT9wQ2mZx7RbNfL", retiring: false },
  },
  limit: { limit: 100, remaining: 99, resetSeconds: 60 },
  endedAt: null,
  retryAfterSeconds: null,
};

const revoked: VerifyView = {
  valid: false,
  code: "key_revoked",
  principal: null,
  limit: null,
  endedAt: "2026-11-21T12:00:00.000Z",
  retryAfterSeconds: null,
};

export const verifyAbout: About = {
  operationId: "verifyRequest",
  tag: "Verify",
  summary: "Decide about a request that your server received",
  description:
    "For the company whose API the keys are for, in any language: with a service token, and the key that its client sent in `token`. The answer is always 200, and `valid` says whether to let the request in. It is decided, taken from the limit, counted, billed and noted like a request to this server; `X-Request-Id` names a refusal. The key of an organization that the service token does not cover is unknown.",
  example: request,
  answer: { status: 200, description: "What was decided.", schema: verifyAnswer, example: valid },
  errors: [],
};

export const verifyBatchAbout: About = {
  operationId: "verifyRequests",
  tag: "Verify",
  summary: "Decide about several requests at once",
  description:
    "Up to 100, one after the other, each as `POST /v1/verify` would. A refusal is named by `X-Request-Id`, a dot, and the number of the request, from 1.",
  example: { requests: [request, { token, cost: 0 }] },
  answer: {
    status: 200,
    description: "What was decided about each.",
    schema: verifyBatchAnswer,
    example: { answers: [valid, revoked] },
  },
  errors: [],
};
