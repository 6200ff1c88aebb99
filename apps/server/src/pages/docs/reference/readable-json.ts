const widest = 76;

/** JSON as people write it: what fits on a line stands on one. */
export function readableJson(value: unknown, indent = ""): string {
  const line = oneLine(value);
  if (indent.length + line.length <= widest || typeof value !== "object" || value === null) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + readableJson(item, inner)).join(",\n")}\n${indent}]`;
  }
  const members = Object.entries(value).map(([name, member]) => {
    return `${inner}${JSON.stringify(name)}: ${readableJson(member, inner)}`;
  });
  return `{\n${members.join(",\n")}\n${indent}}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${oneLine(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
