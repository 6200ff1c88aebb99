import type { Answer } from "../http/answer.ts";
import { timeOf } from "../view/time.ts";
import { nothing } from "./input.ts";
import { defineRoute, type Admitted } from "./route.ts";
import type { Principal } from "@katkey/keys";

const shape = { method: "GET", scopes: [], query: nothing, body: nothing } as const;

/** The test request: whose key this is, and what it may do. */
export const getUser = defineRoute({ ...shape, path: "/v1/user" }, showUser);

/** The path that integrations of other products try first. */
export const getUserAlias = defineRoute({ ...shape, path: "/api/user" }, showUser);

function showUser({ key, organization, responsible, scopes }: Principal, { limit }: Admitted): Answer {
  const { id, name, environment, expiresAt } = key;
  const { limit: requestsPerMinute, remaining, resetSeconds } = limit;
  return {
    status: 200,
    body: {
      key: { id, name, environment, scopes, expiresAt: timeOf(expiresAt) },
      organization: { id: organization.id, name: organization.name, plan: organization.plan },
      responsibleMember: { role: responsible.role },
      limit: { limit: requestsPerMinute, remaining, resetSeconds },
    },
  };
}
