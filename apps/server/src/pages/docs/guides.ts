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
  "leaks",
  "partner-apps",
  "verify",
  "troubleshooting",
] as const;

/** With the programs that it names, as `{file.mjs}` on a line of its own, word for word: tests run them. */
export function readGuide(name: (typeof guides)[number]): string {
  return read(`${name}.md`).replaceAll(/^\{(?<file>[\w-]+\.mjs)\}$/gm, (_, file: string) =>
    read(file).trimEnd(),
  );
}

function read(file: string): string {
  return readFileSync(new URL(`guides/${file}`, import.meta.url), "utf8");
}
