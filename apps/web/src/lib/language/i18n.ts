import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { app } from "../../locales/en/app.ts";
import { danish, english, type CatalogOf, type Namespace } from "./catalogs.ts";
import type { Language } from "./language.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    // Keys have colons, as scopes do.
    nsSeparator: false;
    returnEmptyString: true;
    resources: { [Name in Namespace]: CatalogOf<Name> };
  }
}

const catalogs = { en: english, da: danish };
const loaded = new Set<Namespace>(["app"]);

const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: "en",
  // Both languages have every key, which the types and a test see to: a second catalog would be loaded for nothing.
  fallbackLng: false,
  initAsync: false,
  defaultNS: "app",
  nsSeparator: false,
  // What one language has nothing to say about is empty, and not its key.
  returnEmptyString: true,
  resources: { en: { app } },
  // React escapes what it renders.
  interpolation: { escapeValue: false },
});

/** The words of a namespace in the current language, for what is no component. Load it with `loadWords` first. */
export function wordsOf<Name extends Namespace>(namespace: Name) {
  return i18n.getFixedT(null, namespace);
}

/** Resolves when what these namespaces say is known in the current language, also one that was chosen meanwhile. */
export async function loadWords(namespaces: readonly Namespace[]): Promise<void> {
  for (const namespace of namespaces) loaded.add(namespace);
  const language = currentLanguage();
  await fetchWords(language, namespaces);
  if (language !== currentLanguage()) await loadWords(namespaces);
}

/** From now on everything is said in this language. */
export async function speak(language: Language): Promise<void> {
  await fetchWords(language, [...loaded]);
  await i18n.changeLanguage(language);
  if (typeof document !== "undefined") document.documentElement.lang = language;
}

export function currentLanguage(): Language {
  return i18n.language === "da" ? "da" : "en";
}

const tags = { en: "en-GB", da: "da-DK" } as const satisfies Record<Language, string>;

/** For `Intl`. */
export function languageTag(): string {
  return tags[currentLanguage()];
}

/** Something made for a language, such as a number format: once for each, when it is first needed. */
export function inLanguage<Made>(make: (tag: string) => Made): () => Made {
  const made = new Map<Language, Made>();
  return () => {
    const language = currentLanguage();
    const known = made.get(language) ?? make(tags[language]);
    made.set(language, known);
    return known;
  };
}

async function fetchWords(language: Language, namespaces: readonly Namespace[]): Promise<void> {
  const missing = namespaces.filter((namespace) => !i18n.hasResourceBundle(language, namespace));
  await Promise.all(
    missing.map(async (namespace) =>
      i18n.addResourceBundle(language, namespace, await catalogs[language][namespace]()),
    ),
  );
}
