const parameterNames = new Set(["access_token", "api_key", "apikey", "key", "token"]);

const form =
  /(?<![0-9A-Za-z])[0-9A-Za-z]+_(?:live|test|svc|ocs|oat|ort)_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}(?![0-9A-Za-z])/;

/**
 * Whether there is a token where none may be: in a URL, which every proxy logs. Found by the form of a token, wherever
 * it stands, and by the names that people give such parameters, whatever is in them.
 */
export function hasStrayToken(url: string): boolean {
  return form.test(decoded(url)) || namesToken(url);
}

function namesToken(url: string): boolean {
  const at = url.indexOf("?");
  if (at === -1) return false;
  // By itself URLSearchParams drops a `?` at the beginning.
  const names = [...new URLSearchParams(`&${url.slice(at + 1)}`).keys()];
  return names.some((name) => parameterNames.has(name.replace(/^\?+/, "").toLowerCase()));
}

/** Escapes of ASCII, which is all that a token has, undone; not by `decodeURIComponent`, which throws on others. */
function decoded(url: string): string {
  if (!url.includes("%")) return url;
  return url.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
