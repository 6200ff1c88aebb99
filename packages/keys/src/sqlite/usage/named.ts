/** Values that tell their own names. Nearly always there is one alone, for which a Map would be most of what it takes. */
export interface Named<Value> {
  readonly first: Value;
  /** All of them, as soon as there is a second. */
  byName: Map<string, Value> | null;
}

type NameOf<Value> = (value: Value) => string;

export function findNamed<Value>(
  { first, byName }: Named<Value>,
  name: string,
  nameOf: NameOf<Value>,
): Value | undefined {
  if (byName !== null) return byName.get(name);
  return nameOf(first) === name ? first : undefined;
}

export function addNamed<Value>(named: Named<Value>, value: Value, nameOf: NameOf<Value>): Value {
  named.byName ??= new Map([[nameOf(named.first), named.first]]);
  named.byName.set(nameOf(value), value);
  return value;
}

export function countNamed({ byName }: Named<unknown>): number {
  return byName?.size ?? 1;
}

export function allNamed<Value>({ first, byName }: Named<Value>): readonly Value[] {
  return byName === null ? [first] : [...byName.values()];
}
