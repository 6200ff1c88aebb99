import type { PartnerApp, Scope } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { sameScopes } from "../../../lib/keys/scopes.ts";
import { keySetIn, mistakeInKeySet, textOfKeys } from "./key-set.ts";
import { mistakesInRedirectUris, redirectUrisIn } from "./redirect-uris.ts";

const t = wordsOf("partnerApps");

/** What the form holds: texts as they are typed. */
export interface AppValues {
  readonly name: string;
  readonly description: string;
  readonly homepage: string;
  readonly logo: string | null;
  readonly type: PartnerApp["type"];
  /** One in each line. */
  readonly redirectUris: string;
  readonly scopes: readonly Scope[];
  /** A JSON Web Key Set, or nothing. */
  readonly jwks: string;
}

export const noValues: AppValues = {
  name: "",
  description: "",
  homepage: "",
  logo: null,
  type: "confidential",
  redirectUris: "",
  scopes: [],
  jwks: "",
};

export const longestName = 80;
export const longestDescription = 300;
const longestHomepage = 500;

export function valuesOf(app: PartnerApp): AppValues {
  const { name, description, homepage, logo, type, redirectUris, scopes, publicKeys } = app;
  return {
    name,
    description: description ?? "",
    homepage: homepage ?? "",
    logo,
    type,
    redirectUris: redirectUris.join("\n"),
    scopes,
    jwks: textOfKeys(publicKeys),
  };
}

/** As the server takes it. */
export function requestOf(values: AppValues) {
  const { name, description, homepage, logo, type, redirectUris, scopes, jwks } = values;
  return {
    name: name.trim(),
    description: description.trim() === "" ? null : description.trim(),
    homepage: homepage.trim() === "" ? null : homepage.trim(),
    logo,
    type,
    redirectUris: [...redirectUrisIn(redirectUris)],
    scopes: [...scopes],
    // Hidden from a public app, whatever was typed before.
    jwks: type === "public" ? null : keySetIn(jwks),
  };
}

/** Only what differs: whatever else was changed meanwhile stays. */
export function patchOf(app: PartnerApp, values: AppValues) {
  const { type: _, ...wanted } = requestOf(values);
  return {
    ...(wanted.name !== app.name && { name: wanted.name }),
    ...(wanted.description !== app.description && { description: wanted.description }),
    ...(wanted.homepage !== app.homepage && { homepage: wanted.homepage }),
    ...(wanted.logo !== app.logo && { logo: wanted.logo }),
    ...(wanted.redirectUris.join("\n") !== app.redirectUris.join("\n") && {
      redirectUris: wanted.redirectUris,
    }),
    ...(!sameScopes(wanted.scopes, app.scopes) && { scopes: wanted.scopes }),
    ...(JSON.stringify(wanted.jwks) !== JSON.stringify(keySetIn(valuesOf(app).jwks)) && {
      jwks: wanted.jwks,
    }),
  };
}

/** What is wrong with which field, in words. */
export function mistakesIn({ name, homepage, type, redirectUris, scopes, jwks }: AppValues) {
  return {
    name: name.trim() === "" ? t("mistakes.name") : null,
    homepage: isHomepage(homepage.trim()) ? null : t("mistakes.homepage"),
    redirectUris: redirectUriMistakes(redirectUris, type),
    scopes: scopes.length === 0 ? t("mistakes.scopes") : null,
    jwks: type === "public" ? null : jwksMistake(jwks),
  };
}

function jwksMistake(text: string): string | null {
  const mistake = mistakeInKeySet(text);
  return mistake === null ? null : t(`mistakes.jwks.${mistake}`);
}

function isHomepage(text: string): boolean {
  if (text === "") return true;
  return text.length <= longestHomepage && URL.parse(text)?.protocol === "https:";
}

/** A sentence for each line that is wrong. */
function redirectUriMistakes(text: string, type: AppValues["type"]): string | null {
  if (redirectUrisIn(text).length === 0) return t("mistakes.redirectUris");
  const mistakes = mistakesInRedirectUris(text, type).map(({ line, fault, written = "" }) =>
    t("mistakes.line", { line, what: t(`mistakes.lines.${fault}`, { written }) }),
  );
  return mistakes.length === 0 ? null : mistakes.join("\n");
}
