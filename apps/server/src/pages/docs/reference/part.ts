import type { tags } from "../../../rest/about.ts";
import { tagDescriptions } from "../../../rest/openapi/prose.ts";
import { objectSection, objectsOf } from "./objects.ts";
import { operationSection } from "./operation-section.ts";
import { commonCodesOf, type Reference } from "./operations.ts";

type Tag = (typeof tags)[number];

/** Where each part is explained. */
const guides = {
  Account: "[Authentication](authentication.md)",
  Products: "[Products](products.md)",
  Usage: "[Usage and billing](usage-and-billing.md)",
  Billing: "[Usage and billing](usage-and-billing.md)",
  Keys: "[API keys](api-keys.md)",
  Verify: "[Verify from any language](verify.md)",
} as const satisfies Record<Tag, string>;

/** The name of the part's page. */
export function partName(tag: string): string {
  return `reference/${tag.toLowerCase()}`;
}

/** What the page is called and about. Markdown. */
export function partHead(tag: Tag): string {
  return `# ${tag} reference\n\n${tagDescriptions[tag]}`;
}

/** The operations of a part of the API, and the objects in their answers. Markdown. */
export function partBody(tag: Tag, { document, operations, origin }: Reference): string {
  const own = operations.filter(({ operation }) => operation.tags.includes(tag));
  const common = commonCodesOf(operations);
  const { schemas } = document.components;
  return [
    `How it is used is in the guide: ${guides[tag]}. What every request has in common is in the [API reference](reference.md#every-request).`,
    ...own.map((operation) => operationSection(operation, { origin, common })),
    "---\n\n## Objects\n\nWhat these answers are made of.",
    ...objectsOf(own, schemas).map((name) => objectSection(name, schemas[name])),
  ].join("\n\n");
}
