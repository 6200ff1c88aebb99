export { acceptInvitation, findInvitation } from "./accept-invitation.ts";
export { auditActorOf, type Act, type Actor, type KeyActor, type MemberActor } from "./actor.ts";
export { clientGroupOf } from "./address-list.ts";
export { admit, type Admission, type Admitting, type BearerRequest } from "./admit.ts";
export {
  currentSecretOf,
  exposureOf,
  keyStatuses,
  retiringSecretOf,
  revocationReasons,
  statusOf,
  type ApiKey,
  type Exposure,
  type KeySecret,
} from "./api-key.ts";
export { auditActions, type AuditAction, type AuditEntry, type AuditEvent } from "./audit.ts";
export type { AuditLog } from "./audit-log.ts";
export { randomBase62, type RandomBytes } from "./base62.ts";
export { changeRole } from "./change-role.ts";
export { createOrganization } from "./create-organization.ts";
export type { Desk } from "./desk.ts";
export { edit } from "./edit.ts";
export { endOverlap } from "./end-overlap.ts";
export { environments, type Environment } from "./environment.ts";
export { KeyError, type KeyErrorCode } from "./errors.ts";
export { exposeToken } from "./expose.ts";
export { createId, isId } from "./id.ts";
export type { InvitationId, KeyId, MemberId, OrganizationId, UserId } from "./id.ts";
export { cancelInvitation, invite } from "./invite.ts";
export { issue, type IssueRequest, type KeyWithToken } from "./issue.ts";
export { findKey } from "./key-authority.ts";
export type { KeyStore } from "./key-store.ts";
export type { LastUse, LastUseLog } from "./last-use.ts";
export { list, type ListRequest } from "./list.ts";
export type { Invitation, Member } from "./member.ts";
export { requestsPerMinuteOf, type Organization } from "./organization.ts";
export type { Page } from "./page.ts";
export { limitsOf, plans, type Plan } from "./plan.ts";
export type { Principal } from "./principal.ts";
export { windowSeconds, type LimitState, type RateLimiter } from "./rate-limiter.ts";
export { removeMember } from "./remove-member.ts";
export { revoke } from "./revoke.ts";
export { isManager, roles, type Role } from "./role.ts";
export { longestOverlapSeconds, rotate } from "./rotate.ts";
export { effectiveScopes, scopes, scopesOf, type Scope } from "./scope.ts";
export type { Membership, Settlement, TenancyStore } from "./tenancy-store.ts";
export { defaultBrand } from "./token.ts";
