import type { MemberNames } from "../../../lib/audit/audit-changes.ts";
import type { CatalogOf } from "../../../lib/language/catalogs.ts";
import { durationWords } from "../../../lib/words/duration.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { textOf } from "../../../lib/api/json-field.ts";
import { keySorts } from "../../../lib/search/key-list-search.ts";
import { moneyWords } from "../../../lib/words/money-words.ts";
import { numberWords } from "../../../lib/words/number-words.ts";
import { toldReason } from "../../../lib/keys/revocation-reasons.ts";
import { roleWord } from "../../../lib/organization/roles.ts";
import { exactTime } from "../../../lib/words/time-words.ts";
import { auditActionOf } from "../audit-actions.ts";

const t = wordsOf("audit");

interface Value {
  readonly field: string;
  readonly value: unknown;
  /** All of `before` or `after`: some values mean something only with another. */
  readonly json: unknown;
  readonly members: MemberNames;
}

type Words = (value: Value) => string | null;

const time: Words = ({ value }) =>
  typeof value === "number" ? exactTime(new Date(value).toISOString()) : null;
const member: Words = ({ value, members }) =>
  typeof value !== "string"
    ? null
    : (members.get(value) ?? (members.size === 0 ? t("aMember") : t("aMemberWhoLeft")));
const yesOrNo: Words = ({ value }) => (typeof value === "boolean" ? t(value ? "diff.yes" : "diff.no") : null);
const count: Words = ({ value }) => (typeof value === "number" ? numberWords(value) : null);
const text =
  (words: (text: string) => string): Words =>
  ({ value }) =>
    typeof value === "string" ? words(value) : null;

type Field = keyof CatalogOf<"audit">["diff"]["fields"];
type Nothing = keyof CatalogOf<"audit">["diff"]["nothing"];

/** How the values of each field read, and what it means that there is none. */
const fields: Readonly<Record<Field, readonly [Words | null, Nothing]>> = {
  name: [null, "none"],
  note: [null, "none"],
  text: [null, "none"],
  environment: [null, "none"],
  scopes: [null, "scopes"],
  addresses: [null, "addresses"],
  defaultAddresses: [null, "addresses"],
  expiresAt: [time, "time"],
  retiresAt: [time, "time"],
  retiredAt: [time, "time"],
  replacedRetiresAt: [time, "time"],
  suspendedAt: [time, "none"],
  suspensionReason: [null, "none"],
  responsibleMemberId: [member, "none"],
  ownerMemberId: [member, "none"],
  publicKeyId: [null, "none"],
  status: [text(statusWord), "none"],
  reason: [text(toldReason), "none"],
  role: [text(roleWord), "none"],
  email: [null, "none"],
  plan: [null, "none"],
  requestsPerMinute: [count, "limit"],
  apiAccess: [({ value }) => t(value === true ? "diff.on" : "diff.off"), "none"],
  expiryRequired: [yesOrNo, "none"],
  maximumLifetimeDays: [days, "none"],
  by: [text(byWord), "none"],
  origin: [null, "none"],
  source: [null, "none"],
  url: [null, "none"],
  quarantinedAt: [time, "none"],
  releasedAt: [time, "none"],
  leakPolicy: [text(leakPolicyWord), "none"],
  requests: [count, "none"],
  total: [money, "none"],
  currency: [null, "none"],
  format: [text((format) => (format === "jsonl" ? "JSON Lines" : format.toUpperCase())), "none"],
  entries: [count, "none"],
  last: [count, "none"],
  action: [text(actionWord), "none"],
  actorId: [actor, "katkey"],
  objectId: [null, "none"],
  from: [time, "none"],
  to: [time, "none"],
  search: [null, "none"],
  scope: [null, "none"],
  exposed: [yesOrNo, "none"],
  neverUsed: [yesOrNo, "none"],
  need: [text(needWord), "none"],
  expiresInDays: [days, "none"],
  sort: [text(sortWord), "none"],
  organizations: [null, "none"],
  endedOverlapOf: [null, "none"],
  appId: [null, "none"],
  description: [null, "none"],
  homepage: [null, "none"],
  logo: [null, "none"],
  type: [text(appTypeWord), "none"],
  redirectUris: [null, "none"],
  publicKeys: [null, "none"],
  approval: [text(approvalWord), "none"],
  disabledAt: [time, "none"],
  blockedAt: [time, "none"],
  secretId: [null, "none"],
  cause: [text(causeWord), "none"],
};

export function fieldLabel(name: string): string {
  return isField(name) ? t(`diff.fields.${name}`) : name;
}

/** A value as a person reads it. What nobody has foreseen is told as it is. */
export function valueWords(value: Value): string {
  const [words, nothing] = isField(value.field) ? fields[value.field] : ([null, "none"] as const);
  const told = words?.(value) ?? plain(value.value);
  return told === "" ? t(`diff.nothing.${nothing}`) : told;
}

function isField(name: string): name is Field {
  return Object.hasOwn(fields, name);
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(plain).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

function statusWord(status: string): string {
  const known = (["active", "rotating", "expired", "revoked", "in_use"] as const).find(
    (one) => one === status,
  );
  return known === undefined ? status : t(`diff.statuses.${known}`);
}

function byWord(by: string): string {
  if (by === "report") return t("diff.byReport");
  return t(by === "url" ? "diff.byUrl" : "diff.byBrowser");
}

function leakPolicyWord(policy: string): string {
  const known = (["mark", "quarantine", "revoke"] as const).find((one) => one === policy);
  return known === undefined ? policy : t(`diff.leakPolicies.${known}`);
}

function needWord(reason: string): string {
  const reasons = ["exposed", "curtailed", "expiring", "safe_to_end", "unused"] as const;
  const known = reasons.find((one) => one === reason);
  return known === undefined ? reason : t(`diff.needs.${known}`);
}

function appTypeWord(type: string): string {
  return type === "confidential" || type === "public" ? t(`diff.appTypes.${type}`) : type;
}

function approvalWord(approval: string): string {
  const known = (["own", "requested", "approved", "refused"] as const).find((one) => one === approval);
  return known === undefined ? approval : t(`diff.approvals.${known}`);
}

function causeWord(cause: string): string {
  const known = (["disconnected", "reused", "revoked"] as const).find((one) => one === cause);
  return known === undefined ? cause : t(`diff.causes.${known}`);
}

function sortWord(sort: string): string {
  const known = keySorts.find((one) => one === sort);
  return known === undefined ? sort : t(`diff.sorts.${known}`);
}

function actionWord(name: string): string {
  const action = auditActionOf(name);
  return action === undefined ? name : t(`actions.${action}`);
}

function actor({ value, json }: Value): string | null {
  if (typeof value === "string") return value;
  return value === null && textOf(json, "actorType") === "operator" ? t("shell") : null;
}

function days({ value }: Value): string | null {
  return typeof value === "number" ? durationWords(value * 86_400) : null;
}

function money({ value, json }: Value): string | null {
  const currency = textOf(json, "currency");
  return typeof value === "number" && currency !== null ? moneyWords(value, currency) : null;
}
