import { nothing } from "../../src/rest/reading/input.ts";
import type { OpenApiDocument, Parameter } from "../../src/rest/openapi/model.ts";
import type { DocumentedRoute } from "../../src/rest/openapi/documented-route.ts";
import type { Documented } from "./documented.ts";
import { escaped, resolved } from "./pointer.ts";

/** Whether a value is taken: by the document, and by the server. */
export interface Judgement {
  readonly value: unknown;
  readonly documented: boolean;
  readonly server: boolean;
}

/** Values of every kind, and at the edges of what fields allow; JSON Schema can tell each of them from the others. */
const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1,
  1.5,
  100,
  101,
  2_592_000,
  2_592_001,
  2 ** 53,
  "",
  " ",
  "x",
  "a\nb",
  "a\u0000b",
  "a\tb",
  "😀".repeat(50),
  ...[50, 51, 60, 61, 64, 65, 80, 81, 100, 101, 200, 201, 500, 501].map((length) => "x".repeat(length)),
  "live",
  "revoked",
  "other",
  "en",
  "friendly",
  "2027-12-31",
  "2027-12-31T23:59:59Z",
  "2027-12-31T23:59:59.123+02:00",
  "2027-12-31T23:59Z",
  "2027-12-31t23:59:59z",
  "2027-12-31 23:59:59Z",
  "2027-02-30T00:00:00Z",
  "2027-12-31T23:59:60Z",
  [],
  ["x"],
  ["keys:read"],
  ["keys:read", "keys:read"],
  [null],
  ["x".repeat(50)],
  ["x".repeat(51)],
  Array.from({ length: 20 }, () => "x"),
  Array.from({ length: 21 }, () => "x"),
  Array.from({ length: 50 }, () => "x"),
  Array.from({ length: 51 }, () => "x"),
  {},
  { amount: 4900, currency: "EUR" },
  { amount: -1, currency: "EUR" },
  { amount: 4900, currency: "eur" },
  { amount: 4900 },
  { colour: "red" },
  { colour: null },
  { colour: 1 },
  { colour: "" },
  { "": "red" },
  { ["x".repeat(51)]: "red" },
  Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`name ${index}`, "x"])),
];

/** The example with each field in turn taken away, or given each of the values. */
export function judgementsOf({ faultsAt }: Documented, route: DocumentedRoute): readonly Judgement[] {
  if (route.body === nothing) return [];
  const { example = {} } = route.about;
  const fields = Object.keys(route.body.def.type === "object" ? shapeOf(route) : {});
  const bodies = fields.flatMap((field) => [
    Object.fromEntries(Object.entries(example).filter(([name]) => name !== field)),
    ...values.map((value) => ({ ...example, [field]: value })),
  ]);
  const at = `/paths/${escaped(route.path)}/${route.method.toLowerCase()}/requestBody/content/application~1json/schema`;
  return [{}, { ...example, nonsense: 1 }, ...bodies].map((value) => ({
    value,
    documented: faultsAt(at, value).length === 0,
    server: route.body.safeParse(value).success,
  }));
}

function shapeOf({ body }: DocumentedRoute): object {
  return "shape" in body && typeof body.shape === "object" ? (body.shape ?? {}) : {};
}

/** The same for what a query can hold, which is text. */
export function queryJudgementsOf(
  { faultsAt }: Documented,
  document: OpenApiDocument,
  route: DocumentedRoute,
): readonly Judgement[] {
  const at = `/paths/${escaped(route.path)}/${route.method.toLowerCase()}/parameters`;
  const parameters = (resolved(document, at) ?? []) as readonly Parameter[];
  return parameters.flatMap(({ in: place, name, schema }, index) => {
    if (place !== "query") return [];
    return values.filter(isText).map((value) => ({
      value: { [name]: value },
      documented:
        faultsAt(`${at}/${index}/schema`, schema.type === "integer" ? numberIn(value) : value).length === 0,
      server: route.query.safeParse({ [name]: value }).success,
    }));
  });
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** As OpenAPI writes a number into a query. */
function numberIn(text: string): unknown {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
