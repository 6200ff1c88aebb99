/** What stands behind the first `?` of a URL, further ones included; `null` without one. */
export function queryOf(url: string): string | null {
  const at = url.indexOf("?");
  return at === -1 ? null : url.slice(at + 1);
}

/** The parameters as they stand there: by itself `URLSearchParams` drops a `?` at the beginning. */
export function parametersIn(query: string): URLSearchParams {
  return new URLSearchParams(`&${query}`);
}

/** The names of parameters that `URLSearchParams` would change instead of refusing them. */
export function undecodableIn(query: string): readonly string[] {
  const broken = query.split("&").filter((parameter) => !isDecodable(parameter));
  return broken.flatMap((parameter) => [...parametersIn(parameter).keys()]);
}

function isDecodable(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes("\0");
  } catch {
    return false;
  }
}
