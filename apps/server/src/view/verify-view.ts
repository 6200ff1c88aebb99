import { retryAfterSecondsOf, type Admission, type Principal } from "@katkey/keys";
import { principalViewOf } from "./principal-view.ts";
import { timeOf } from "./time.ts";
import type { VerifyView } from "./verify-answer.ts";

/** What was decided about another server's request, as it is answered. */
export function verifyViewOf(admission: Admission): VerifyView {
  const { admitted: valid } = admission;
  const code = admission.admitted ? "valid" : admission.code;
  const retryAfterSeconds = retryAfterSecondsOf(admission);
  if (!("principal" in admission)) {
    const endedAt = "at" in admission ? timeOf(admission.at) : null;
    return { valid, code, principal: null, limit: null, endedAt, retryAfterSeconds };
  }
  const { limit, remaining, resetSeconds } = admission.limit;
  return {
    valid,
    code,
    principal: principalOf(admission.principal),
    limit: { limit, remaining, resetSeconds },
    endedAt: null,
    retryAfterSeconds,
  };
}

/** Also by which of its secrets the key was known. */
function principalOf(principal: Principal): VerifyView["principal"] {
  const view = principalViewOf(principal);
  if (view.key === null) return { ...view, secret: null };
  const { key, organization, responsibleMember } = view;
  const { publicKeyId, retiring } = principal;
  return { key, organization, responsibleMember, secret: { publicKeyId, retiring } };
}
