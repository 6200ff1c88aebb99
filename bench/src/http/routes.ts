import type { LoadRequest } from "../load/requests.ts";

/** What is asked of the server, and how. */
export interface Route {
  readonly name: string;
  readonly path: string;
  requestFor(token: string): LoadRequest;
}

export const getUser: Route = {
  name: "GET /v1/user",
  path: "/v1/user",
  requestFor: (token) => ({
    method: "GET",
    path: "/v1/user",
    headers: { Authorization: `Bearer ${token}` },
  }),
};
