export {
  type Act,
  type AppActor,
  type InstallationAct,
  type KeyActor,
  type MemberActor,
  type OperatorActor,
  type ShellActor,
} from "./actor.ts";
export type { RandomBytes } from "./base62.ts";
export type { Claim, Claimed } from "./claim.ts";
export { toldTime } from "./clock/told-time.ts";
export { ClockError, createSteadyClock, type ClockTrouble, type SteadyClock } from "./clock/steady-clock.ts";
export type { Desk } from "./desk.ts";
export { environments } from "./environment.ts";
export { KeyError, retryAfterOfRefusal, type KeyErrorCode } from "./errors.ts";
export { createId, isId } from "./id.ts";
export type { AppId, GrantId, KeyId, MemberId, OrganizationId, ServiceTokenId, UserId } from "./id.ts";

export { admit, type Admission } from "./admission/admit.ts";
export type { AppTokenRecord, AppTokenStore } from "./admission/app-token.ts";
export { callerOf, type Caller } from "./admission/caller.ts";
export type { AppPrincipal, KeyPrincipal, Principal } from "./admission/principal.ts";
export { windowSeconds, type LimitState, type RateLimiter } from "./admission/rate-limiter.ts";
export { refuseStranger, type StrangerRefusal } from "./admission/refuse-stranger.ts";
export { retryAfterSecondsOf } from "./admission/retry-after.ts";
export { createToken, defaultBrand, parseTokenOf, tokenKinds, tokenPatternOf } from "./admission/token.ts";
export { hashToken } from "./admission/token-hash.ts";
export { verifyAppToken } from "./admission/verify-app-token.ts";

export type { AppDesk } from "./apps/app-desk.ts";
export { blockApp } from "./apps/block-app.ts";
export { decideOnApp } from "./apps/decide-on-app.ts";
export { disableApp } from "./apps/disable-app.ts";
export { editApp } from "./apps/edit-app.ts";
export { enableApp } from "./apps/enable-app.ts";
export { endAppSecretOverlap } from "./apps/end-app-secret-overlap.ts";
export { findApp, listApps, listOfferedApps } from "./apps/list-apps.ts";
export { longestLogo } from "./apps/logo.ts";
export { offerApp } from "./apps/offer-app.ts";
export { appApprovals, appTypes, isOfferedTo, stoppedAt, type PartnerApp } from "./apps/partner-app.ts";
export { signatureAlgorithms, thumbprintOf } from "./apps/public-key.ts";
export { mostRedirectUris } from "./apps/redirect-uri.ts";
export { registerApp, type AppWithSecret } from "./apps/register-app.ts";
export { rotateAppSecret } from "./apps/rotate-app-secret.ts";
export { unblockApp } from "./apps/unblock-app.ts";
export { withdrawOffer } from "./apps/withdraw-offer.ts";

export type { AuditLog, ChainPlace } from "./audit/audit-log.ts";
export { installationDeedOf } from "./deed.ts";
export { auditActions, chainStart, installation, type AuditEntry, type ChainId } from "./audit/audit.ts";
export type { PersonLog } from "./audit/person-log.ts";
export {
  exportAudit,
  exportFormats,
  exportInstallationLog,
  type ExportFormat,
} from "./audit/export-audit.ts";
export { readExport } from "./audit/read-export.ts";

export type { BillDifference } from "./billing/bill-check.ts";
export type { Billing } from "./billing/billing.ts";
export type { Charges } from "./billing/charges.ts";
export { findStatement } from "./billing/find-statement.ts";
export { listStatements } from "./billing/list-statements.ts";
export { closeDueMonths } from "./billing/month-closing.ts";
export { endOfMonth, isMonth, monthOf, startOfMonth, type Month } from "./billing/month.ts";
export { defaultPrices, type PriceList } from "./billing/price-list.ts";
export { showBilling, type RunningBill } from "./billing/show-billing.ts";
export type { Statement } from "./billing/statement.ts";
export { verifyUsage, type UsageVerification } from "./billing/verify-usage.ts";

export { connectApp } from "./grants/connect-app.ts";
export { disconnectApp } from "./grants/disconnect-app.ts";
export { endGrant } from "./grants/end-grant.ts";
export type { Grant } from "./grants/grant.ts";
export type { Connection, Customer } from "./grants/grant-store.ts";
export { listCustomers, listEndedGrants, listGrants } from "./grants/list-grants.ts";

export { clientGroupOf } from "./keys/address-list.ts";
export {
  exposureOf,
  keyStatuses,
  revocationReasons,
  statusOf,
  type ApiKey,
  type KeySecret,
} from "./keys/api-key.ts";
export { edit } from "./keys/edit.ts";
export { endOverlap } from "./keys/end-overlap.ts";
export { exportKeys } from "./keys/export-keys.ts";
export { exposeToken } from "./keys/expose.ts";
export { exposureKinds, type Exposure } from "./keys/exposure.ts";
export { handOverMany } from "./keys/hand-over-many.ts";
export { issue } from "./keys/issue.ts";
export { findKey, findManagedKey } from "./keys/key-authority.ts";
export { keySorts } from "./keys/key-sort.ts";
export { list } from "./keys/list.ts";
export { locateKey } from "./keys/locate-key.ts";
export { needReasons } from "./keys/needs.ts";
export { release } from "./keys/release.ts";
export { revokeMany } from "./keys/revoke-many.ts";
export { revoke } from "./keys/revoke.ts";
export { longestOverlapSeconds } from "./keys/overlap.ts";
export { rotate } from "./keys/rotate.ts";
export { rotationVerdictOf, rotationVerdicts } from "./keys/rotation-verdict.ts";
export { faultOfOwnScopes } from "./keys/own-scopes.ts";
export { coversScopes, isGrantableToApps, isScope, type BuiltInScope, type Scope } from "./keys/scope.ts";
export { builtInScopeRules, createScopeRules, type ScopeRules } from "./keys/scope-rules.ts";
export { isRetired, retiringSecretOf, type Secret } from "./keys/secret.ts";
export { whatNeedsYou, type Need } from "./keys/what-needs-you.ts";

export { recognizeToken, type RecognizedToken } from "./leaks/recognize-token.ts";
export { reportLeak, type LeakOutcome } from "./leaks/report-leak.ts";

export { acceptInvitation, findInvitation } from "./organizations/accept-invitation.ts";
export { changeApiAccess } from "./organizations/change-api-access.ts";
export { changeKeyRules } from "./organizations/change-key-rules.ts";
export { changeLeakPolicy } from "./organizations/change-leak-policy.ts";
export { changePlan } from "./organizations/change-plan.ts";
export { changeRequestLimit } from "./organizations/change-request-limit.ts";
export { changeRole } from "./organizations/change-role.ts";
export { createOrganization } from "./organizations/create-organization.ts";
export { invite } from "./organizations/invite.ts";
export { findOrganization } from "./organizations/organization-change.ts";
export { requestsPerMinuteOf } from "./organizations/organization.ts";
export { limitsOf, plans } from "./organizations/plan.ts";
export { leakPolicies } from "./organizations/leak-policy.ts";
export { removeMember } from "./organizations/remove-member.ts";
export { renameOrganization } from "./organizations/rename-organization.ts";
export { resume } from "./organizations/resume.ts";
export { isManager, roles } from "./organizations/role.ts";
export {
  surveyOrganization,
  surveyOrganizations,
  type Survey,
} from "./organizations/survey-organizations.ts";
export { suspend } from "./organizations/suspend.ts";
export type { Membership, TenancyStore } from "./organizations/tenancy-store.ts";
export { withdrawInvitation } from "./organizations/withdraw-invitation.ts";

export { continuationOf } from "./restore/continuation.ts";
export type { BanStore, RestoreDesk } from "./restore/ending.ts";
export { reapply, type Reapplied } from "./restore/reapply.ts";
export { recordRestore } from "./restore/record-restore.ts";

export { endServiceTokenOverlap } from "./service-tokens/end-service-token-overlap.ts";
export { issueServiceToken } from "./service-tokens/issue-service-token.ts";
export { listServiceTokens } from "./service-tokens/list-service-tokens.ts";
export { revokeServiceToken } from "./service-tokens/revoke-service-token.ts";
export { rotateServiceToken } from "./service-tokens/rotate-service-token.ts";
export type { IssuedServiceToken, ServiceDesk } from "./service-tokens/service-token-change.ts";
export type { ServiceUse, ServiceUseLog } from "./service-tokens/service-use-log.ts";
export { serviceTokenStatusOf, type ServiceToken } from "./service-tokens/service-token.ts";
export { verifyServiceToken, type ServiceTokenVerification } from "./service-tokens/verify-service-token.ts";

export type { Effect, Preview } from "./traffic/effect.ts";
export type { Evidence } from "./traffic/evidence.ts";
export { explainRefusal, type Explanation } from "./traffic/explain-refusal.ts";
export { listClients, type KeyClients } from "./traffic/list-clients.ts";
export type { Obstacle } from "./traffic/obstacle.ts";
export { previewEdit } from "./traffic/preview-edit.ts";
export { previewOverlapEnd } from "./traffic/preview-overlap-end.ts";
export { previewRevocation } from "./traffic/preview-revocation.ts";
export { previewRevocations } from "./traffic/preview-revocations.ts";
export { reviewScopes, type ScopeReview } from "./traffic/review-scopes.ts";
export type { Peak, Refusal, TrafficLog } from "./traffic/traffic-log.ts";

export { breakDownKeyUsage } from "./usage/break-down-key-usage.ts";
export { breakDownUsage } from "./usage/break-down-usage.ts";
export { granularities } from "./usage/granularity.ts";
export { reportUsage } from "./usage/report-usage.ts";
export type { UsageBreakdown } from "./usage/usage-breakdown.ts";
export type { UsageDifference, UsageLog } from "./usage/usage-log.ts";
export { usageGroups, type LastUse, type UsageBucket, type Use } from "./usage/usage.ts";
