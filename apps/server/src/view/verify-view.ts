import type { Admission, Principal } from "@katkey/keys";
import { timeOf } from "./time.ts";
import type { VerifyView } from "./verify-answer.ts";

/** What was decided about another server's request, as it is answered. */
export function verifyViewOf(admission: Admission): VerifyView {
  const { admitted: valid } = admission;
  const code = admission.admitted ? "valid" : admission.code;
  if (!("principal" in admission)) {
    const endedAt = "at" in admission ? timeOf(admission.at) : null;
    return { valid, code, principal: null, limit: null, endedAt };
  }
  const { limit, remaining, resetSeconds } = admission.limit;
  return {
    valid,
    code,
    principal: principalViewOf(admission.principal),
    limit: { limit, remaining, resetSeconds },
    endedAt: null,
  };
}

function principalViewOf(principal: Principal): VerifyView["principal"] {
  const { key, organization, responsible, scopes, publicKeyId, retiring } = principal;
  return {
    key: {
      id: key.id,
      name: key.name,
      environment: key.environment,
      scopes,
      expiresAt: timeOf(key.expiresAt),
    },
    organization: { id: organization.id, name: organization.name, plan: organization.plan },
    responsibleMember: { role: responsible.role },
    secret: { publicKeyId, retiring },
  };
}
