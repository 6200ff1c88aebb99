import { readFileSync } from "node:fs";

/** The pages that are written by hand, in the order of a first reading. */
export const guides = [
  "index",
  "authentication",
  "api-keys",
  "environments",
  "limits",
  "products",
  "pagination",
  "idempotency",
  "usage-and-billing",
  "audit-log",
  "verify",
  "troubleshooting",
] as const;

export function readGuide(name: (typeof guides)[number]): string {
  return readFileSync(new URL(`guides/${name}.md`, import.meta.url), "utf8");
}
