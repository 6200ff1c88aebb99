import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Header, OpenApiDocument, Operation, Response } from "../../src/rest/openapi/model.ts";
import type { Reply } from "../server.ts";
import { escaped, resolved } from "./pointer.ts";

/** The headers that HTTP itself and the security of all answers bring along. */
const usual = new Set([
  "cache-control",
  "connection",
  "content-length",
  "content-security-policy",
  "content-type",
  "cross-origin-resource-policy",
  "date",
  "keep-alive",
  "referrer-policy",
  "strict-transport-security",
  "vary",
  "x-content-type-options",
  "x-frame-options",
]);

export interface Asked {
  readonly method: string;
  /** The pattern: `/v1/keys/{id}`. */
  readonly path: string;
}

export type Documented = ReturnType<typeof documentedBy>;

/** What an OpenAPI document says, as something to hold answers against. */
export function documentedBy(document: OpenApiDocument) {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, validateSchema: false });
  // The package is CommonJS, and its types say so.
  addFormats.default(ajv);
  // Strict, so that a misspelt keyword is no silent hole; what stands around the schemas is not one.
  ajv.addVocabulary(Object.keys(document));
  ajv.addSchema({ $id: "openapi", ...document });

  const validators = new Map<string, ValidateFunction>();
  const validatorAt = (pointer: string) => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `openapi#${pointer}` });
    validators.set(pointer, known);
    return known;
  };
  const faultsAt = (pointer: string, value: unknown): readonly string[] => {
    const validate = validatorAt(pointer);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      (error) => `${error.instancePath} ${error.message}: ${details(error)}`,
    );
  };

  const headerFaults = ({ headers }: Reply, response: Response, pointer: string) => {
    const documented = Object.entries(response.headers);
    const names = new Set(documented.map(([name]) => name.toLowerCase()));
    const foreign = Object.keys(headers).filter((name) => !usual.has(name) && !names.has(name));
    const faults = documented.flatMap(([name, written]) => {
      const at = "$ref" in written ? written.$ref.slice(1) : `${pointer}/headers/${escaped(name)}`;
      const { required } = resolved(document, at) as Header;
      const value = headers[name.toLowerCase()];
      if (value === undefined) return required ? [`the header ${name} is missing`] : [];
      return faultsAt(`${at}/schema`, value).map((fault) => `the header ${name}: ${fault}`);
    });
    return [...foreign.map((name) => `the header ${name} is not documented`), ...faults];
  };

  const bodyFaults = (reply: Reply, { content }: Response, pointer: string) => {
    if (content === undefined) return reply.text === "" ? [] : ["a body is not documented"];
    const type = String(reply.headers["content-type"]).split(";", 1)[0] ?? "";
    if (content[type] === undefined) return [`the content type ${type} is not documented`];
    return faultsAt(`${pointer}/content/${escaped(type)}/schema`, reply.body);
  };

  return {
    faultsAt,
    /** What the document does not say of this answer; empty: it is as documented. */
    faultsOf({ method, path }: Asked, reply: Reply): readonly string[] {
      const operation = `/paths/${escaped(path)}/${method.toLowerCase()}`;
      const { responses } = resolved(document, operation) as Operation;
      const written = responses[reply.status];
      if (written === undefined) return [`the status ${reply.status} is not documented`];
      const at = "$ref" in written ? written.$ref.slice(1) : `${operation}/responses/${reply.status}`;
      const response = resolved(document, at) as Response;
      return [...headerFaults(reply, response, at), ...bodyFaults(reply, response, at)];
    },
  };
}

function details({ params }: { readonly params: object }): string {
  return JSON.stringify(params);
}
