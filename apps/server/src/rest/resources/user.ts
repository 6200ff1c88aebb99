import type { Principal } from "@katkey/keys";
import type { Answer } from "../../http/answer.ts";
import { principalViewOf } from "../../view/principal-view.ts";
import { userAnswer, type UserView } from "../../view/user-answer.ts";
import type { About } from "../about.ts";
import { nothing } from "../reading/input.ts";
import { defineRoute, type Admitted } from "../route.ts";

const shape = { method: "GET", scopes: [], query: nothing, body: nothing } as const;

const example: UserView = {
  key: {
    id: "key_0Rk3VvN2sQ7xYb5LmT9cHd",
    name: "Warehouse",
    environment: "live",
    scopes: ["products:read", "usage:read"],
    expiresAt: null,
  },
  organization: { id: "org_0Rk0AbCdEfGhJkLmNpQrSt", name: "Acme", plan: "standard" },
  responsibleMember: { role: "owner" },
  limit: { limit: 100, remaining: 99, resetSeconds: 60 },
};

const about: About = {
  operationId: "getUser",
  tag: "Account",
  summary: "Tell whose key this is",
  description:
    "The test request: whose key was sent, what it may do now, and how its limit stands. A partner app learns who it acts for: then `key` is `null`, and `app` and `grant` are there.",
  answer: { status: 200, description: "The key and whose it is.", schema: userAnswer, example },
  errors: [],
};

const aboutAlias: About = {
  ...about,
  operationId: "getUserAlias",
  summary: "Tell whose key this is, under another path",
  description: "The same as `GET /v1/user`, where integrations of other products look first.",
};

/** The test request: whose key this is, or for whom an app acts, and what it may do. */
export const getUser = defineRoute({ ...shape, path: "/v1/user", about }, showUser);

/** The path that integrations of other products try first. */
export const getUserAlias = defineRoute({ ...shape, path: "/api/user", about: aboutAlias }, showUser);

function showUser(caller: Principal, { limit: { limit, remaining, resetSeconds } }: Admitted): Answer {
  const view = principalViewOf(caller);
  const state = { limit, remaining, resetSeconds };
  if (view.key === null) return answered({ ...view, limit: state });
  const { key, organization, responsibleMember } = view;
  return answered({ key, organization, responsibleMember, limit: state });
}

function answered(body: UserView): Answer {
  return { status: 200, body };
}
