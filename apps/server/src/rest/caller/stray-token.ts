import { tokenKinds } from "@katkey/keys";
import { parametersIn, queryOf } from "../../http/query.ts";

const parameterNames = new Set(["access_token", "api_key", "apikey", "key", "token"]);

const kinds = tokenKinds.join("|");

/** More than anybody pastes by mistake, and few enough to look each of them up. */
const mostTokens = 5;

/**
 * Tokens where none may be: in a URL, which every proxy logs. Found by the form of a token,
 * wherever it stands, and by the names that people give such parameters, whatever is in them:
 * then the list may be empty. `null`: the URL is clean.
 */
export function strayTokensInUrl(url: string, brand: string): readonly string[] | null {
  const tokens = tokensInForeignUrl(url, brand);
  return tokens.length > 0 || namesToken(queryOf(url)) ? tokens : null;
}

/** By their form alone: the parameters of somebody else's API may have any name. */
export function tokensInForeignUrl(url: string, brand: string): readonly string[] {
  return tokensIn(decoded(url), brand);
}

/** The tokens in a text, by their form: each once, and only the first few. */
export function tokensIn(text: string, brand: string): readonly string[] {
  if (!text.includes(`${brand}_`)) return [];
  const form = new RegExp(
    `(?<![0-9A-Za-z])${brand}_(?:${kinds})_[0-9A-Za-z]{16}\\.[0-9A-Za-z]{49}(?![0-9A-Za-z])`,
    "g",
  );
  const found = new Set(Array.from(text.matchAll(form), ([token]) => token));
  return [...found].slice(0, mostTokens);
}

function namesToken(query: string | null): boolean {
  if (query === null) return false;
  const names = [...parametersIn(query).keys()];
  return names.some((name) => parameterNames.has(name.replace(/^\?+/, "").toLowerCase()));
}

/** Escapes of ASCII, which is all that a token has, undone; not by `decodeURIComponent`, which throws on others. */
function decoded(url: string): string {
  if (!url.includes("%")) return url;
  return url.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
