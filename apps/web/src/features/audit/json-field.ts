/** Reads a field of an entry's `before` or `after`, which is whatever JSON its verb wrote. */
export function jsonField(json: unknown, name: string): unknown {
  return typeof json === "object" && json !== null ? Reflect.get(json, name) : undefined;
}

export function jsonText(json: unknown, name: string): string | null {
  const value = jsonField(json, name);
  return typeof value === "string" && value !== "" ? value : null;
}
