import { openApiDocument } from "../../../rest/openapi/openapi-document.ts";
import type { OpenApiDocument } from "../../../rest/openapi/model.ts";
import { anchorOf } from "../anchors.ts";
import { errorsTable } from "./errors-table.ts";
import { answerTable } from "./fields.ts";
import { operationHeading, operationSection } from "./operation-section.ts";
import { commonCodesOf, operationsOf, type Described } from "./operations.ts";
import { table } from "./table.ts";
import { objectHeading } from "./type-words.ts";

/** The reference, made from the OpenAPI document: so it says what the server does. Markdown. */
export function referenceSource(origin: string): string {
  const document = openApiDocument(origin);
  const operations = operationsOf(document);
  const common = commonCodesOf(operations);
  return [
    introduction,
    overviewOf(operations),
    everyRequest(common),
    ...document.tags.flatMap(({ name, description }) => [
      `## ${name}`,
      description,
      ...operations
        .filter(({ operation }) => operation.tags.includes(name))
        .map((operation) => operationSection(operation, { origin, common })),
    ]),
    ...objectsOf(document),
  ].join("\n\n");
}

const introduction = `# API reference

Every request that this API answers, with its parameters, fields, answers and errors.

It is made from the [OpenAPI document](/openapi.json), which is made from the schemas that check the requests. How to send a key is in [Authentication](authentication.md).`;

function overviewOf(operations: readonly Described[]): string {
  const rows = operations.map((described) => {
    const heading = operationHeading(described);
    const scopes = described.operation.security[0].apiKey.map((scope) => `\`${scope}\``);
    return [
      `[\`${heading}\`](#${anchorOf(heading)})`,
      described.operation.summary,
      scopes.join(" ") || "any key",
    ];
  });
  return table(["request", "what", "scope"], rows);
}

function everyRequest(common: ReadonlySet<string>): string {
  return `## Every request

Times are RFC 3339 in UTC, ids are opaque, bodies are JSON. Answers to a valid key have the headers \`RateLimit\` and \`RateLimit-Policy\` (see [Limits](limits.md#headers)), and all have \`X-Request-Id\`. Wherever \`GET\` is answered, \`HEAD\` is too; \`OPTIONS\` names the methods of a path in \`Allow\`. Every refusal is a [problem](#the-problem-object).

${errorsTable(common)}`;
}

function objectsOf({ components }: OpenApiDocument): readonly string[] {
  const objects = Object.entries(components.schemas).map(([name, schema]) => {
    return ["---", `### ${objectHeading(name)}`, schema.description ?? "", answerTable(schema)].join("\n\n");
  });
  return ["## Objects", "What answers are made of.", ...objects];
}
