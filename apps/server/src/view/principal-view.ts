import type { Principal } from "@katkey/keys";
import type { PrincipalView } from "./principal-answer.ts";
import { timeOf } from "./time.ts";

export function principalViewOf({ key, organization, responsible, scopes }: Principal): PrincipalView {
  const { id, name, environment, expiresAt } = key;
  return {
    key: { id, name, environment, scopes, expiresAt: timeOf(expiresAt) },
    organization: { id: organization.id, name: organization.name, plan: organization.plan },
    responsibleMember: { role: responsible.role },
  };
}
