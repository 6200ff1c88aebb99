import { afterEach, expect, it } from "vitest";
import { danish, english, type Namespace } from "./catalogs.ts";
import { loadWords, speak, wordsOf } from "./i18n.ts";
import { languageAtStart } from "./language.ts";
import { dayOf, relativeTime } from "../words/time-words.ts";

/** Words and names that are the same in both languages. */
const alike: ReadonlySet<string> = new Set([
  "Live",
  "Test",
  "Installation",
  "Status",
  "Id",
  "Overlap",
  "Problem",
  "Rotation",
  "Stop",
  "Token",
  "Format",
  "CSV",
  "JSON Lines",
  "Stop",
  "Problem",
  "App",
  "Apps",
  "Logo",
  "Logo (SHA-256)",
  "Type",
]);

const namespaces = Object.keys(english) as Namespace[];

afterEach(() => speak("en"));

it("says the same keys in Danish as in English", async () => {
  await loadWords(["app"]);
  expect(wordsOf("app")("account.signOut")).toBe("Sign out");
  await speak("da");
  expect(wordsOf("app")("account.signOut")).toBe("Log ud");
  expect(wordsOf("app")("account.of", { name: "<Åse>", email: "aase@example.dk" })).toBe(
    "Konto for <Åse>, aase@example.dk",
  );
});

it.each([
  [["da-DK", "en"], "da"],
  [["de-DE", "da"], "da"],
  [["en-GB", "da"], "en"],
  [["de", "", "dan"], "en"],
])("begins for a browser that prefers %j in %s", (preferred, language) => {
  expect(languageAtStart(preferred)).toBe(language);
});

it("has the words of a page in the language that was chosen while they were loaded", async () => {
  const loading = loadWords(["signIn"]);
  await speak("da");
  await loading;
  expect(wordsOf("signIn")("setup.title")).toBe("Ingen har en konto endnu");
});

it("says nothing where a language has nothing to say", async () => {
  expect(wordsOf("app")("documentationLanguage")).toBe("");
  await speak("da");
  expect(wordsOf("app")("documentationLanguage")).toBe("på engelsk");
});

it("writes dates as the language does", async () => {
  const at = "2026-03-02T12:00:00.000Z";
  expect(dayOf(at)).toBe("2 Mar 2026");
  await speak("da");
  expect(dayOf(at)).toBe("2. mar. 2026");
  expect(relativeTime(at, Date.parse(at) + 3 * 86_400_000)).toBe("for 3 dage siden");
  expect(relativeTime(at, Date.parse(at) + 3 * 60_000)).toBe("for 3 min. siden");
  expect(relativeTime(at, Date.parse(at) + 86_400_000)).toBe("i går");
  expect(relativeTime(at, Date.parse(at))).toBe("lige nu");
});

it.each(namespaces)(
  "has the same keys, placeholders and plural forms for %s in both languages",
  async (name) => {
    const [en, da] = [flat(await english[name]()), flat(await danish[name]())];
    expect([...da.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    // Where English is empty the server speaks, and has filled the slots.
    for (const [key, text] of en) if (text !== "") expect(slots(da.get(key) ?? ""), key).toEqual(slots(text));
    for (const key of en.keys()) {
      if (key.endsWith("_one")) expect(en.has(key.replace(/_one$/, "_other")), key).toBe(true);
    }
  },
);

it.each(namespaces)("leaves no text of %s untranslated", async (name) => {
  const [en, da] = [flat(await english[name]()), flat(await danish[name]())];
  const forgotten = [...en].filter(
    ([key, text]) =>
      da.get(key) === text && !alike.has(text) && /\p{L}/u.test(text.replace(/\{\{.*?\}\}/g, "")),
  );
  expect(forgotten.map(([key, text]) => `${name}:${key} ${text}`)).toEqual([]);
  expect([...da].filter(([, text]) => text.trim() === "")).toEqual([]);
});

function flat(catalog: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(catalog).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value]]
        : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );
}

/** What a text leaves open: `{{name}}`, `<1>`, `$t(…)`. */
function slots(text: string): readonly string[] {
  return (text.match(/\{\{[^}]*\}\}|<\/?\w+\/?>|\$t\([^)]*\)/g) ?? []).toSorted();
}
