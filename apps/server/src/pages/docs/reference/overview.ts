import { anchorOf } from "../anchors.ts";
import type { Landings } from "../markdown.ts";
import { errorsTable } from "./errors-table.ts";
import { objectSection, objectsOf } from "./objects.ts";
import { operationHeading } from "./operation-section.ts";
import { commonCodesOf, type Described, type Reference } from "./operations.ts";
import { partName } from "./part.ts";
import { table } from "./table.ts";
import { objectHeading } from "./type-words.ts";

export const overviewHead = `# API reference

Every request that this API answers; its parameters, fields, answers and errors are a click away.`;

/** Everything there is, and where it stands. Markdown. */
export function overviewBody(reference: Reference): string {
  return [
    introduction,
    ...partsOf(reference).flatMap(({ tag, description, operations }) => [
      `## ${tag}`,
      `${description} [${tag} reference](${partName(tag)}.md)`,
      table(["request", "what", "scope"], operations.map(rowOf)),
    ]),
    everyRequest(commonCodesOf(reference.operations)),
    "## Objects\n\nWhat answers are made of.",
    objectsTable(reference),
    ...sharedObjects(reference),
  ].join("\n\n");
}

/** The reference was one page: what led to a section of it leads to the link to that section, or by the operation's id. */
export function overviewLandings(reference: Reference): Landings {
  const landings = new Map<string, readonly string[]>();
  for (const described of reference.operations) {
    const anchor = anchorOf(operationHeading(described));
    landings.set(placeOf(described), [anchor, described.operation.operationId]);
  }
  for (const { name, place } of placedObjects(reference))
    landings.set(place, [anchorOf(objectHeading(name))]);
  return landings;
}

const introduction = `It is made from the [OpenAPI document](/openapi.json), which is made from the schemas that check the requests. How to send a key is in [Authentication](authentication.md).`;

function partsOf({ document, operations }: Reference) {
  return document.tags.map(({ name: tag, description }) => ({
    tag,
    description,
    operations: operations.filter(({ operation }) => operation.tags.includes(tag)),
  }));
}

function placeOf(described: Described): string {
  const [tag = ""] = described.operation.tags;
  return `${partName(tag)}.md#${anchorOf(operationHeading(described))}`;
}

function rowOf(described: Described): readonly string[] {
  const { apiKey } = described.operation.security[0];
  const scopes = apiKey?.map((scope) => `\`${scope}\``).join(" ");
  return [
    `[\`${operationHeading(described)}\`](${placeOf(described)})`,
    described.operation.summary,
    scopes === undefined ? "service token" : scopes || "any key",
  ];
}

function everyRequest(common: ReadonlySet<string>): string {
  return `## Every request

Times are RFC 3339 in UTC, ids are opaque, bodies are JSON. Answers to a valid key have the headers \`RateLimit\` and \`RateLimit-Policy\` (see [Limits](limits.md#headers)), and all have \`X-Request-Id\`. Wherever \`GET\` is answered, \`HEAD\` is too; \`OPTIONS\` names the methods of a path in \`Allow\`. Every refusal is a [problem](#the-problem-object).

${errorsTable(common)}`;
}

/** The objects that answers have, each where it is met first. */
function placedObjects(reference: Reference): readonly { readonly name: string; readonly place: string }[] {
  const { schemas } = reference.document.components;
  const placed = partsOf(reference).flatMap(({ tag, operations }) => {
    return objectsOf(operations, schemas).map((name) => {
      return { name, place: `${partName(tag)}.md#${anchorOf(objectHeading(name))}` };
    });
  });
  return placed.filter(({ name }, index) => placed.findIndex((other) => other.name === name) === index);
}

function objectsTable(reference: Reference): string {
  const { schemas } = reference.document.components;
  const rows = placedObjects(reference).map(({ name, place }) => {
    return [`[${name}](${place})`, schemas[name]?.description ?? ""];
  });
  return table(["object", "what"], rows);
}

/** Those that belong to no operation of their own, such as problems. */
function sharedObjects(reference: Reference): readonly string[] {
  const placed = new Set(placedObjects(reference).map(({ name }) => name));
  return Object.entries(reference.document.components.schemas)
    .filter(([name]) => !placed.has(name))
    .map(([name, schema]) => objectSection(name, schema));
}
