import type { Me, Membership } from "../api/api-types.ts";

const storageName = "katkey-last-organization";

export function rememberOrganization(organizationId: string): void {
  try {
    localStorage.setItem(storageName, organizationId);
  } catch {
    // Storage is shut: next time begins with the first organization.
  }
}

/** The organization that was open last, or the first. */
export function lastOrganization({ organizations }: Me): Membership | null {
  const last = remembered();
  return organizations.find(({ id }) => id === last) ?? organizations[0] ?? null;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageName);
  } catch {
    return null;
  }
}
