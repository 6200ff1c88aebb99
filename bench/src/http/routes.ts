import type { LoadRequest } from "../load/requests.ts";
import type { RecordedAnswer } from "./recorded-answer.ts";

/** What is asked of the server, and how. */
export interface Route {
  readonly name: string;
  /** Without the query. */
  readonly path: string;
  requestFor(token: string): LoadRequest;
  /** Whether an answer says that the token is good. */
  letsIn(answer: Pick<RecordedAnswer, "status" | "body">): boolean;
}

const isOk: Route["letsIn"] = ({ status }) => status === 200;

export const getUser: Route = {
  name: "GET /v1/user",
  path: "/v1/user",
  requestFor: (token) => ({ method: "GET", path: "/v1/user", headers: bearing(token) }),
  letsIn: isOk,
};

/** The same, asked by apps. */
export const getUserAsApp: Route = { ...getUser, name: "GET /v1/user of an app" };

/** What a service asks about the token of one of its clients. */
export function verifyWith(serviceToken: string): Route {
  return {
    name: "POST /v1/verify",
    path: "/v1/verify",
    requestFor: (token) => ({
      method: "POST",
      path: "/v1/verify",
      headers: { ...bearing(serviceToken), "Content-Type": "application/json" },
      body: JSON.stringify({ token, scopes: ["products:read"], method: "GET", route: "/orders" }),
    }),
    // It answers 200 about bad tokens, too.
    letsIn: ({ status, body }) => status === 200 && body.startsWith('{"valid":true,'),
  };
}

/** What a gateway asks about the request of one of its clients, as nginx is told to in docs/gateways.md. */
export const forwardAuth: Route = {
  name: "GET /v1/forward-auth",
  path: "/v1/forward-auth",
  requestFor: (token) => ({
    method: "GET",
    path: "/v1/forward-auth?scope=products:read&route=orders",
    headers: {
      ...bearing(token),
      "X-Original-Method": "GET",
      "X-Original-URI": "/orders?page=2",
      "X-Forwarded-For": "203.0.113.9",
    },
  }),
  letsIn: isOk,
};

function bearing(token: string) {
  return { Authorization: `Bearer ${token}` };
}
