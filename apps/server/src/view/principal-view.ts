import type { AppPrincipal, KeyPrincipal, Principal } from "@katkey/keys";
import type { PrincipalView } from "./principal-answer.ts";
import { timeOf } from "./time.ts";

export function principalViewOf(principal: Principal): PrincipalView {
  return principal.type === "key" ? keyPrincipalViewOf(principal) : appPrincipalViewOf(principal);
}

function keyPrincipalViewOf({ id, key, environment, scopes, organization, responsible }: KeyPrincipal) {
  return {
    key: { id, name: key.name, environment, scopes, expiresAt: timeOf(key.expiresAt) },
    organization: { id: organization.id, name: organization.name, plan: organization.plan },
    responsibleMember: { role: responsible.role },
  };
}

function appPrincipalViewOf({ id, app, environment, scopes, organization, responsible }: AppPrincipal) {
  return {
    key: null,
    app: { id: app.id, name: app.name, environment, scopes, expiresAt: timeOf(app.expiresAt) },
    grant: { id },
    organization: { id: organization.id, name: organization.name, plan: organization.plan },
    responsibleMember: { role: responsible.role },
  };
}
