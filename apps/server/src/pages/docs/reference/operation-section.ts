import { wordsOf, inputTable } from "./fields.ts";
import { curlOf } from "./curl.ts";
import { errorsTable } from "./errors-table.ts";
import { readableJson } from "./readable-json.ts";
import { codesOf, type Described } from "./operations.ts";
import { table } from "./table.ts";
import { typeWords } from "./type-words.ts";

/** The heading under which an operation is described. */
export function operationHeading({ method, path }: Pick<Described, "method" | "path">): string {
  return `${method} ${path}`;
}

interface Context {
  readonly origin: string;
  /** What every operation can be refused with is said once. */
  readonly common: ReadonlySet<string>;
}

/** Everything about one operation. Markdown. */
export function operationSection(described: Described, { origin, common }: Context): string {
  const { operation } = described;
  const own = codesOf(described).filter((code) => !common.has(code));
  return [
    "---",
    `## ${operationHeading(described)}`,
    `**${operation.summary}.** ${operation.description}`,
    `\`\`\`sh\n${curlOf({ ...described, origin })}\n\`\`\``,
    ...titled("Parameters", parametersTable(described)),
    ...titled("Body", bodyTable(described)),
    ...answerOf(described),
    ...titled("Errors, besides [those of every request](reference.md#every-request)", errorsTable(own)),
  ].join("\n\n");
}

function titled(title: string, text: string): readonly string[] {
  return text === "" ? [] : [`**${title}**`, text];
}

function parametersTable({ parameters }: Described): string {
  const rows = parameters.map(({ name, in: place, description, required, schema }) => {
    const words = wordsOf({ ...schema, description });
    return [`\`${name}\``, place, typeWords(schema), required ? `**Required.** ${words}` : words];
  });
  return table(["name", "in", "type", "what"], rows);
}

function bodyTable({ operation }: Described): string {
  const schema = operation.requestBody?.content["application/json"].schema;
  return schema === undefined ? "" : inputTable(schema);
}

function answerOf({ responses }: Described): readonly string[] {
  return responses
    .filter(({ status }) => status < 300)
    .flatMap(({ status, response: { description, content, headers } }) => {
      const { schema, example } = content?.["application/json"] ?? {};
      const own = Object.entries(headers).flatMap(([name, header]) => {
        return "description" in header ? [`- \`${name}\`: ${header.description}`] : [];
      });
      return [
        `**Answer: ${status}.** ${description}${schema ? ` Its fields: ${typeWords(schema)}.` : ""}`,
        ...(own.length > 0 ? [own.join("\n")] : []),
        ...(example === undefined ? [] : [`\`\`\`json\n${readableJson(example)}\n\`\`\``]),
      ];
    });
}
