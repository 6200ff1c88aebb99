/** Reads a field of JSON that nobody has checked: an answer, or what a verb wrote into an audit entry. */
export function fieldOf(json: unknown, name: string): unknown {
  return typeof json === "object" && json !== null ? Reflect.get(json, name) : undefined;
}

export function textOf(json: unknown, name: string): string | null {
  const value = fieldOf(json, name);
  return typeof value === "string" && value !== "" ? value : null;
}

export function numberOf(json: unknown, name: string): number | null {
  const value = fieldOf(json, name);
  return typeof value === "number" ? value : null;
}

export function listOf(json: unknown, name: string): readonly string[] {
  const value = fieldOf(json, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function namesOf(json: unknown): readonly string[] {
  return typeof json === "object" && json !== null ? Object.keys(json) : [];
}
