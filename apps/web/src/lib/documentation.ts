/** Where the documentation for API consumers explains what the dashboard does. The server has these pages. */
export const documentation = {
  start: "/docs",
  storing: "/docs/api-keys#store",
  rotating: "/docs/api-keys#rotate",
  environments: "/docs/environments",
  usage: "/docs/usage-and-billing",
  audit: "/docs/audit-log#check-an-export",
  partnerApps: "/docs/partner-apps",
  errors: "/docs/errors",
} as const;

/** Where a problem's code is explained. */
export function problemSection(code: string): string {
  return `${documentation.errors}#${code}`;
}
