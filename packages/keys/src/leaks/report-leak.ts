import { statusOf, type ApiKey, type KeySecret } from "../keys/api-key.ts";
import type { AuditActor } from "../audit/audit.ts";
import { eventOf, keyObject, type Deed, type Told } from "../deed.ts";
import type { Desk } from "../desk.ts";
import type { LeakReport } from "../keys/exposure.ts";
import type { LeakChange } from "../keys/key-store.ts";
import type { LeakPolicy } from "../organizations/leak-policy.ts";
import { findOrganization } from "../organizations/organization-change.ts";
import { readableReport } from "./readable-report.ts";
import { verify } from "../admission/verify.ts";

/** A token that somebody found where it should not be. */
export interface Leak {
  readonly token: string;
  /** Who found it, and in what. */
  readonly source: string;
  /** Where: an address or a path; `null` when nobody says. */
  readonly url: string | null;
}

/** Who reports, when and from where. */
export interface Reporting {
  readonly actor: AuditActor;
  readonly now: number;
  readonly address: string | null;
  readonly requestId: string | null;
  /** What is to be done whatever the organization has settled. Absent: what it has settled. */
  readonly policy?: LeakPolicy;
}

/**
 * `unknown`: no token of this installation. `ended`: one that is refused for good anyway. `handled`: as much or more
 * was done before. The others say what was done now; `retired`: only the old secret of a rotation was ended.
 */
export type LeakOutcome = "unknown" | "ended" | "handled" | "marked" | "quarantined" | "retired" | "revoked";

type Sources = Pick<Desk, "store" | "tenancy" | "brand">;

/**
 * Does what the organization has settled about leaks to a key of which a token was found, and notes where it was. The
 * same report again does nothing, and is nowhere on record a second time. The token itself is kept nowhere.
 * @throws KeyError `busy`
 */
export async function reportLeak(
  { store, tenancy, brand }: Sources,
  leak: Leak,
  reporting: Reporting,
): Promise<LeakOutcome> {
  const { now } = reporting;
  const verification = await verify(store, leak.token, { brand, now });
  if (!("record" in verification)) return "unknown";
  if (!verification.valid && verification.reason !== "secret_quarantined") return "ended";
  const { organization, key, publicKeyId } = verification.record;
  const policy = reporting.policy ?? (await findOrganization({ tenancy }, organization.id)).leakPolicy;
  const apiKey = await store.findKey(organization.id, key.id);
  const secret = apiKey?.secrets.find((one) => one.publicKeyId === publicKeyId);
  if (!apiKey || !secret || isHandled(secret, policy)) return "handled";
  const report = readableReport(brand, { at: now, by: "report", source: leak.source, url: leak.url });
  const { measure, outcome, told } = responseTo(apiKey, secret, { policy, report });
  const change = { organizationId: organization.id, keyId: key.id, publicKeyId, now, report, measure };
  return (await store.handleLeak(change, deedOf(apiKey, reporting, told))) ? outcome : "handled";
}

/** Nothing that was settled is gone back on: what was released stays so, and is revoked only by the strictest policy. */
function isHandled(secret: KeySecret, policy: LeakPolicy): boolean {
  if (policy === "revoke") return false;
  return secret.quarantine !== null || (policy === "mark" && secret.exposure?.by === "report");
}

interface Response {
  readonly measure: LeakChange["measure"];
  readonly outcome: LeakOutcome;
  readonly told: Pick<Told, "action" | "before" | "after">;
}

function responseTo(
  key: ApiKey,
  secret: KeySecret,
  { policy, report }: { readonly policy: LeakPolicy; readonly report: LeakReport },
): Response {
  const { publicKeyId, retiresAt } = secret;
  const { at, source, url } = report;
  const found = { publicKeyId, source, url };
  if (policy === "mark") {
    const after = { ...found, by: report.by };
    return { measure: "mark", outcome: "marked", told: { action: "key.exposed", after } };
  }
  if (policy === "quarantine") {
    return {
      measure: "quarantine",
      outcome: "quarantined",
      told: { action: "key.quarantined", after: found },
    };
  }
  // The new secret of a rotation has not leaked with the old one (ADR 4).
  if (retiresAt !== null) {
    const told = {
      action: "key.overlap_ended",
      before: { publicKeyId, retiresAt },
      after: { ...found, retiredAt: at },
    } as const;
    return { measure: "retire", outcome: "retired", told };
  }
  const revocation = { at, reason: "compromised", text: null } as const;
  const told = {
    action: "key.revoked",
    before: { status: statusOf(key, at) },
    after: { ...found, status: "revoked", reason: revocation.reason, text: null },
  } as const;
  return { measure: { revoke: revocation }, outcome: "revoked", told };
}

/** Nobody's right is asked: the proof is the token. */
function deedOf(key: ApiKey, { policy: _, ...circumstances }: Reporting, told: Response["told"]): Deed {
  const { organizationId } = key;
  return {
    standing: null,
    events: [eventOf({ ...circumstances, organizationId }, { ...told, object: keyObject(key) })],
  };
}
