import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import { listWords } from "./audit-changes.ts";
import { durationWords } from "../words/duration.ts";
import { wordsOf } from "../language/i18n.ts";
import { fieldOf, listOf, namesOf, numberOf, textOf } from "../api/json-field.ts";

const t = wordsOf("audit");

interface Teller {
  readonly did: (entry: AuditEntry) => string;
  readonly details?: (entry: AuditEntry) => readonly string[];
}

type SettingsAction = Exclude<
  Extract<AuditAction, `organization.${string}`>,
  "organization.created" | "organization.restored"
>;

/** What members and the operator change of an organization itself, as the audit log tells it. */
export const organizationTellers: Readonly<Record<SettingsAction, Teller>> = {
  "organization.renamed": { did: (entry) => t("settings.renamed", becoming(entry, "name")) },
  "organization.key_rules_changed": {
    did: () => t("settings.rules"),
    details: ({ before, after }) => namesOf(after).map((name) => ruleTold(name, before, after)),
  },
  "organization.leak_policy_changed": { did: ({ after }) => leaksTold(textOf(after, "leakPolicy")) },
  "organization.api_access_changed": {
    did: ({ after }) => t(fieldOf(after, "apiAccess") === true ? "settings.apiOn" : "settings.apiOff"),
  },
  "organization.plan_changed": { did: (entry) => t("settings.plan", becoming(entry, "plan")) },
  "organization.limit_changed": {
    did: ({ after }) => {
      const count = numberOf(after, "requestsPerMinute");
      return count === null ? t("settings.limitOfPlan") : t("settings.limit", { count });
    },
  },
  "organization.suspended": {
    did: () => t("settings.suspended"),
    details: ({ after }) => [t("quoted", { text: textOf(after, "suspensionReason") ?? "?" })],
  },
  "organization.resumed": { did: () => t("settings.resumed") },
};

function becoming({ before, after }: AuditEntry, field: string) {
  return { before: textOf(before, field) ?? "?", after: textOf(after, field) ?? "?" };
}

function leaksTold(policy: string | null): string {
  return t(`settings.leaks.${policy === "mark" || policy === "revoke" ? policy : "quarantine"}`);
}

function ruleTold(name: string, before: unknown, after: unknown): string {
  if (name === "maximumLifetimeDays") {
    return t("settings.lifetime", { before: lifetimeOf(before), after: lifetimeOf(after) });
  }
  if (name === "expiryRequired") {
    return t(fieldOf(after, name) === true ? "settings.expiryRequired" : "settings.expiryOptional");
  }
  const addresses = listOf(after, "defaultAddresses");
  const text = addresses.length === 0 ? t("settings.anyAddress") : listWords(addresses);
  return t("settings.addresses", { text });
}

function lifetimeOf(json: unknown): string {
  const days = numberOf(json, "maximumLifetimeDays");
  return days === null ? t("settings.noMaximum") : durationWords(days * 86_400);
}
