import * as fc from "fast-check";

type Json = ReturnType<JSON["parse"]>;

/** Values that stand where another type is expected, and values at the edges of what is. */
const hostile: readonly Json[] = [
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  1.5,
  100,
  2 ** 31,
  2 ** 53,
  -1e308,
  "",
  " ",
  "a",
  "\n",
  "null",
  "0",
  "1e3",
  "live",
  "EUR",
  "eur",
  "keys:read",
  "*",
  "2027-01-01T00:00:00Z",
  "2027-02-30T00:00:00Z",
  "127.0.0.1",
  "\u0000",
  "\ud800",
  "\u202e",
  "\u200b",
  "\u{e0041}",
  "😀".repeat(81),
  "x".repeat(80),
  "x".repeat(81),
  "x".repeat(200),
  "x".repeat(201),
  "x".repeat(501),
  "x".repeat(2_001),
  "x".repeat(20_000),
  [],
  [[]],
  {},
  [null],
  ["a", "a"],
  ["live"],
  { a: "b" },
  { amount: 1 },
  Array.from({ length: 60 }, (_, index) => `${index}`),
  Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`n${index}`, "v"])),
  { constructor: { prototype: { isAdmin: true } } },
  { toString: null, valueOf: 1, hasOwnProperty: "x" },
];

const names = [
  "id",
  "x",
  "",
  "__\u200bproto__",
  "colour",
  "constructor",
  "prototype",
  "toString",
  "organizationId",
  "token",
  "a.b",
  "0",
];

type Edit = { readonly at: number; readonly value: Json; readonly name: string; readonly how: How };
type How = "replace" | "remove" | "add" | "wrap" | "rename" | "list";

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000),
  value: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...hostile) }, fc.jsonValue({ maxDepth: 3 })),
  name: fc.constantFrom(...names),
  how: fc.constantFrom("replace", "replace", "replace", "remove", "add", "wrap", "rename", "list"),
});

/** One of the samples with up to `most` edits anywhere inside, often none. */
export function editedObject(samples: readonly object[], most = 3): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: most }))
    .map(([sample, edits]) => edits.reduce(edited, structuredClone(sample)));
}

/** Changes `root`, which is the caller's own copy. */
function edited(root: Json, { at, value: shared, name, how }: Edit): Json {
  const value = structuredClone(shared);
  const places = placesIn(root);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined || how === "add") {
    if (typeof root === "object" && root !== null) root[name] = value;
    return root;
  }
  const { holder, key } = place;
  if (how === "replace") holder[key] = value;
  else if (how === "remove") delete holder[key];
  else if (how === "wrap") holder[key] = { [name]: holder[key] };
  else if (how === "list") holder[key] = [holder[key]];
  else {
    holder[name] = holder[key];
    delete holder[key];
  }
  return root;
}

function placesIn(value: Json): readonly { readonly holder: Json; readonly key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesIn(value[key])]);
}
