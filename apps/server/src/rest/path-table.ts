/** What stands at a path, and the path's parameters, decoded. */
export interface Found<Value> {
  readonly value: Value;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Finds what stands at a path. Patterns are written as in `/v1/keys/{id}`; letters may be large or small, and a slash
 * may stand behind. What is spelled out comes before a parameter.
 */
export interface PathTable<Value> {
  /** @throws URIError for a parameter that cannot be decoded */
  find(path: string): Found<Value> | null;
}

interface Branch<Value> {
  readonly named: Map<string, Branch<Value>>;
  any: Branch<Value> | null;
  leaf: { readonly value: Value; readonly names: readonly string[] } | null;
}

export function createPathTable<Value>(places: Iterable<readonly [string, Value]>): PathTable<Value> {
  const root = branch<Value>();
  const fixed = new Map<string, Found<Value>>();
  for (const [pattern, value] of places) {
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    if (names.length === 0) fixed.set(pattern, { value, parameters: {} });
    grow(root, segmentsOf(pattern)).leaf = { value, names };
  }
  return {
    // Most requests spell a path without parameters as it is written.
    find: (path) => fixed.get(path) ?? lookUp(root, segmentsOf(path)),
  };
}

function branch<Value>(): Branch<Value> {
  return { named: new Map(), any: null, leaf: null };
}

function segmentsOf(path: string): readonly string[] {
  const segments = path.split("/").slice(1);
  return segments.at(-1) === "" ? segments.slice(0, -1) : segments;
}

function grow<Value>(root: Branch<Value>, segments: readonly string[]): Branch<Value> {
  let at = root;
  for (const segment of segments) {
    if (segment.startsWith("{")) at = at.any ??= branch<Value>();
    else {
      const next = at.named.get(segment) ?? branch<Value>();
      at.named.set(segment, next);
      at = next;
    }
  }
  return at;
}

function lookUp<Value>(root: Branch<Value>, segments: readonly string[]): Found<Value> | null {
  const found = descend(root, segments, []);
  if (found === null) return null;
  const { leaf, texts } = found;
  const parameters = leaf.names.map((name, index) => [name, decodeURIComponent(texts[index] ?? "")]);
  return { value: leaf.value, parameters: Object.fromEntries(parameters) };
}

interface Reached<Value> {
  readonly leaf: NonNullable<Branch<Value>["leaf"]>;
  /** Where the parameters stand. */
  readonly texts: readonly string[];
}

function descend<Value>(
  { named, any, leaf }: Branch<Value>,
  [segment, ...rest]: readonly string[],
  texts: readonly string[],
): Reached<Value> | null {
  if (segment === undefined) return leaf && { leaf, texts };
  const next = named.get(segment.toLowerCase());
  const spelledOut = next ? descend(next, rest, texts) : null;
  if (spelledOut !== null) return spelledOut;
  return any === null || segment === "" ? null : descend(any, rest, [...texts, segment]);
}
