/** What stands behind the first `?` of a URL, further ones included; `null` without one. */
export function queryOf(url: string): string | null {
  const at = url.indexOf("?");
  return at === -1 ? null : url.slice(at + 1);
}

/** The parameters as they stand there: by itself `URLSearchParams` drops a `?` at the beginning. */
export function parametersIn(query: string): URLSearchParams {
  return new URLSearchParams(`&${query}`);
}

const mostUndecodable = 50;

/** The names of parameters, or of the first of them, that `URLSearchParams` would change instead of refusing them. */
export function undecodableIn(query: string): readonly string[] {
  if (isDecodable(query)) return [];
  const names: string[] = [];
  for (const parameter of query.split("&")) {
    if (isDecodable(parameter)) continue;
    names.push(...parametersIn(parameter).keys());
    // To find that one cannot be decoded is dear, and nobody reads more of them.
    if (names.length >= mostUndecodable) break;
  }
  return names;
}

function isDecodable(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes("\0");
  } catch {
    return false;
  }
}
