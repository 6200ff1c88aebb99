import type { OpenApiDocument, Operation, Parameter, Response } from "../../../rest/openapi/model.ts";

/** An operation with everything that it refers to. */
export interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
  readonly responses: readonly { readonly status: number; readonly response: Response }[];
}

/** What the reference is made from. */
export interface Reference {
  readonly origin: string;
  readonly document: OpenApiDocument;
  readonly operations: readonly Described[];
}

/** Every operation, in the order of the paths. */
export function operationsOf({ paths, components }: OpenApiDocument): readonly Described[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
      parameters: (operation.parameters ?? []).map((parameter) => resolved(parameter, components.parameters)),
      responses: Object.entries(operation.responses).map(([status, response]) => ({
        status: Number(status),
        response: resolved(response, components.responses),
      })),
    })),
  );
}

/** The codes with which an operation can be refused. */
export function codesOf({ responses }: Described): readonly string[] {
  return responses.flatMap(({ response: { content = {} } }) => {
    return Object.keys(content["application/problem+json"]?.examples ?? {});
  });
}

/** Whether it is for keys, as nearly all are. */
export function isForKeys({ operation }: Pick<Described, "operation">): boolean {
  return operation.security[0].apiKey !== undefined;
}

/** The codes with which every operation for keys can be refused. */
export function commonCodesOf(operations: readonly Described[]): ReadonlySet<string> {
  const all = operations.filter(isForKeys).map((operation) => new Set(codesOf(operation)));
  return new Set(all.flatMap((codes) => [...codes]).filter((code) => all.every((codes) => codes.has(code))));
}

function resolved<Thing extends object>(
  thing: Thing | { readonly $ref: string },
  components: Readonly<Record<string, Thing>>,
): Thing {
  if (!("$ref" in thing)) return thing;
  const found = components[thing.$ref.split("/").at(-1) ?? ""];
  if (found === undefined) throw new Error(`the document has nothing at ${thing.$ref}`);
  return found;
}
