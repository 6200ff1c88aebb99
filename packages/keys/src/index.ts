export { acceptInvitation, findInvitation } from "./accept-invitation.ts";
export { type Act, type KeyActor, type MemberActor, type OperatorActor } from "./actor.ts";
export { clientGroupOf } from "./address-list.ts";
export { admit, type Admission } from "./admit.ts";
export {
  exposureOf,
  isRetired,
  keyStatuses,
  retiringSecretOf,
  revocationReasons,
  statusOf,
  type ApiKey,
  type Exposure,
  type KeySecret,
} from "./api-key.ts";
export { auditActions, type AuditEntry } from "./audit.ts";
export type { AuditLog } from "./audit-log.ts";
export type { RandomBytes } from "./base62.ts";
export type { BillDifference } from "./bill-check.ts";
export type { Billing } from "./billing.ts";
export { callerOf, type Caller } from "./caller.ts";
export { changeApiAccess } from "./change-api-access.ts";
export { changeKeyRules } from "./change-key-rules.ts";
export { breakDownKeyUsage } from "./break-down-key-usage.ts";
export { breakDownUsage } from "./break-down-usage.ts";
export { changePlan } from "./change-plan.ts";
export { changeRequestLimit } from "./change-request-limit.ts";
export { changeRole } from "./change-role.ts";
export type { Charges } from "./charges.ts";
export type { Claim, Claimed } from "./claim.ts";
export { createOrganization } from "./create-organization.ts";
export type { Desk } from "./desk.ts";
export { edit } from "./edit.ts";
export type { Effect, Preview } from "./effect.ts";
export { endOverlap } from "./end-overlap.ts";
export { environments } from "./environment.ts";
export { KeyError, type KeyErrorCode } from "./errors.ts";
export type { Evidence } from "./evidence.ts";
export { explainRefusal, type Explanation } from "./explain-refusal.ts";
export { exportAudit, exportFormats } from "./export-audit.ts";
export { exposeToken } from "./expose.ts";
export { findStatement } from "./find-statement.ts";
export { granularities } from "./granularity.ts";
export { createId, isId } from "./id.ts";
export type { KeyId, MemberId, OrganizationId, UserId } from "./id.ts";
export { handOverMany } from "./hand-over-many.ts";
export { invite } from "./invite.ts";
export { issue } from "./issue.ts";
export { exportKeys } from "./export-keys.ts";
export { findKey, findManagedKey } from "./key-authority.ts";
export { keySorts } from "./key-sort.ts";
export { list } from "./list.ts";
export { listClients, type KeyClients } from "./list-clients.ts";
export { listStatements } from "./list-statements.ts";
export { closeDueMonths } from "./month-closing.ts";
export { endOfMonth, isMonth, monthOf, startOfMonth, type Month } from "./month.ts";
export { needReasons } from "./needs.ts";
export type { Obstacle } from "./obstacle.ts";
export { requestsPerMinuteOf } from "./organization.ts";
export { limitsOf, plans } from "./plan.ts";
export { previewEdit } from "./preview-edit.ts";
export { previewOverlapEnd } from "./preview-overlap-end.ts";
export { previewRevocation } from "./preview-revocation.ts";
export { previewRevocations } from "./preview-revocations.ts";
export { defaultPrices, type PriceList } from "./price-list.ts";
export type { Principal } from "./principal.ts";
export { windowSeconds, type LimitState, type RateLimiter } from "./rate-limiter.ts";
export { readExport } from "./read-export.ts";
export { removeMember } from "./remove-member.ts";
export { renameOrganization } from "./rename-organization.ts";
export { reportUsage } from "./report-usage.ts";
export { resume } from "./resume.ts";
export { reviewScopes, type ScopeReview } from "./review-scopes.ts";
export { revoke } from "./revoke.ts";
export { revokeMany } from "./revoke-many.ts";
export { isManager, roles } from "./role.ts";
export { longestOverlapSeconds, rotate } from "./rotate.ts";
export { rotationVerdictOf, rotationVerdicts } from "./rotation-verdict.ts";
export { effectiveScopes, scopes, type Scope } from "./scope.ts";
export { showBilling, type RunningBill } from "./show-billing.ts";
export type { Statement } from "./statement.ts";
export { suspend } from "./suspend.ts";
export { surveyOrganization, surveyOrganizations, type Survey } from "./survey-organizations.ts";
export type { Membership, TenancyStore } from "./tenancy-store.ts";
export { defaultBrand } from "./token.ts";
export type { Peak, Refusal, TrafficLog } from "./traffic-log.ts";
export { usageGroups, type LastUse, type UsageBucket } from "./usage.ts";
export type { UsageBreakdown } from "./usage-breakdown.ts";
export type { UsageDifference, UsageLog } from "./usage-log.ts";
export { verifyUsage, type UsageVerification } from "./verify-usage.ts";
export { whatNeedsYou, type Need } from "./what-needs-you.ts";
export { withdrawInvitation } from "./withdraw-invitation.ts";
