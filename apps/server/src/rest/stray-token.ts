const parameterNames = new Set(["access_token", "api_key", "apikey", "key", "token"]);

export interface StrayToken {
  /** `null`: a parameter that is meant for tokens, with something else in it. */
  readonly token: string | null;
}

/**
 * A token where none may be: in a URL, which every proxy logs. Found by the names that
 * people give such parameters, whatever is in them, and by the form of a token, wherever it stands.
 */
export function strayTokenInUrl(url: string, brand: string): StrayToken | null {
  const [path = "", query] = url.split("?", 2);
  const inPath = path.includes(`${brand}_`) ? tokenIn(path, brand) : null;
  if (inPath !== null) return { token: inPath };
  if (query === undefined) return null;

  const parameters = [...new URLSearchParams(query)];
  const token = tokenIn(parameters.flat().join(" "), brand);
  const named = parameters.some(([name]) => parameterNames.has(name.toLowerCase()));
  return named || token !== null ? { token } : null;
}

/** A token in a text, by its form. */
export function tokenIn(text: string, brand: string): string | null {
  const form = new RegExp(
    `(?<![0-9A-Za-z])${brand}_(?:live|test)_[0-9A-Za-z]{16}\\.[0-9A-Za-z]{49}(?![0-9A-Za-z])`,
  );
  return form.exec(text)?.[0] ?? null;
}
