import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "./trpc.ts";

type Api = ReturnType<typeof useTRPC>;

export type KeyView = inferOutput<Api["keys"]["get"]>;
/** A line of the file of keys. */
export type KeyRow = inferOutput<Api["keys"]["exported"]>["rows"][number];
export type AuditEntry = inferOutput<Api["audit"]["list"]>["items"][number];
export type ExportFormat = inferInput<Api["audit"]["export"]>["format"];
/** Whether a part of the audit log's chain is intact. */
export type ChainView = inferOutput<Api["audit"]["verify"]>;
export type AuditAction = AuditEntry["action"];
/** What an organization's log can be asked for; the installation's tells of other things. */
export type OrganizationAction = NonNullable<inferInput<Api["audit"]["list"]>["action"]>;
export type PasskeyView = inferOutput<Api["account"]["signInMeans"]>["passkeys"][number];
export type Member = inferOutput<Api["members"]["list"]>[number];
export type Invitation = inferOutput<Api["invitations"]["list"]>[number];
/** Its answer holds the only copy of the link. */
export type NewInvitation = inferOutput<Api["invitations"]["create"]>;
export type InvitationPreview = inferOutput<Api["invitations"]["preview"]>;
export type SessionView = inferOutput<Api["session"]["list"]>[number];
export type OrganizationSettings = inferOutput<Api["organizations"]["get"]>;
export type OrganizationSurvey = inferOutput<Api["instance"]["organization"]>;
/** Somebody with an account, as an operator sees them. */
export type NewPasswordLink = inferOutput<Api["instance"]["people"]["makePasswordLink"]>;
export type Person = inferOutput<Api["instance"]["people"]["list"]>["items"][number];
export type HealthView = inferOutput<Api["instance"]["health"]>;
export type Me = NonNullable<inferOutput<Api["session"]["me"]>>;
/** The signed-in user's place in one organization. */
export type Membership = Me["organizations"][number];
export type RunningBill = inferOutput<Api["billing"]["show"]>;
export type StatementView = inferOutput<Api["billing"]["statement"]>;
export type KeyClients = inferOutput<Api["keyTraffic"]["clients"]>;
export type ScopeReview = inferOutput<Api["keyTraffic"]["scopes"]>;
/** What a change of a key would have refused. */
export type ChangePreview = inferOutput<Api["keyTraffic"]["previewEdit"]>;
export type Explanation = NonNullable<inferOutput<Api["refusals"]["explain"]>>;
export type RefusedRequest = inferOutput<Api["refusals"]["latest"]>[number];
/** Something that is against a refused request now. */
export type Obstacle = Explanation["obstacles"][number];
export type UsageReport = inferOutput<Api["usage"]["report"]>;
/** An app that others connect, as the organization sees it that built it. */
export type PartnerApp = inferOutput<Api["partnerApps"]["get"]>;
/** An organization that has connected it, or had. */
export type AppCustomer = inferOutput<Api["partnerApps"]["customers"]>["items"][number];
/** An app that works with the organization's data, by one member's leave. */
export type ConnectedApp = inferOutput<Api["connectedApps"]["list"]>[number];
/** An app as the operator sees it who decides about it. */
export type OfferedApp = inferOutput<Api["instance"]["appApprovals"]["list"]>["items"][number];

export type KeySort = NonNullable<inferInput<Api["keys"]["list"]>["sort"]>;

export type OrganizationId = Membership["id"];
export type AppId = PartnerApp["id"];
export type GrantId = ConnectedApp["id"];
export type KeyId = KeyView["id"];
export type MemberId = Member["id"];
export type Role = Member["role"];
export type Scope = KeyView["scopes"][number];
export type Environment = KeyView["environment"];
export type KeyStatus = KeyView["status"];
export type RevocationReason = NonNullable<KeyView["revocation"]>["reason"];
