/** A name as part of a JSON pointer (RFC 6901) in the fragment of a URL. */
export function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** What stands in the document at a pointer. */
export function resolved(document: object, pointer: string): unknown {
  const names = pointer.split("/").slice(1).map(unescaped);
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document);
}

function unescaped(name: string): string {
  return decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
}
