import type { OrganizationId } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";

const t = wordsOf("serviceTokens");

/** In days. */
export const lifetimes = ["30", "90", "365", "never"] as const;

export type Lifetime = (typeof lifetimes)[number];

export interface ChosenOrganization {
  readonly id: OrganizationId;
  readonly name: string;
}

export interface IssueValues {
  readonly name: string;
  readonly coverage: "all" | "chosen";
  readonly organizations: readonly ChosenOrganization[];
  readonly lifetime: Lifetime;
}

const longestName = 80;
/** As many as the server takes. */
export const mostOrganizations = 100;
const dayMilliseconds = 24 * 60 * 60 * 1_000;

/** As the server takes it. */
export function requestOf({ name, coverage, organizations, lifetime }: IssueValues, now: number) {
  return {
    name,
    organizations: coverage === "all" ? null : organizations.map(({ id }) => id),
    expiresAt: expiresAtOf(lifetime, now),
  };
}

function expiresAtOf(lifetime: Lifetime, now: number): string | null {
  return lifetime === "never" ? null : new Date(now + Number(lifetime) * dayMilliseconds).toISOString();
}

/** What is wrong with which field, in words. */
export function mistakesIn({ name, coverage, organizations }: IssueValues) {
  const length = [...name.trim().normalize("NFC")].length;
  const missing = coverage === "chosen" && organizations.length === 0;
  return {
    name: length === 0 ? t("mistakes.name") : length > longestName ? t("mistakes.long", { length }) : null,
    organizations: missing ? t("mistakes.organizations") : null,
  };
}
