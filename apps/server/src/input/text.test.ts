import { describe, expect, it } from "vitest";
import { lineInput, noteInput } from "./text.ts";

const messagesOf = (text: string) =>
  lineInput(80)
    .safeParse(text)
    .error?.issues.map(({ message }) => message);

describe("a line", () => {
  it.each([
    ["a space of no width", "\u200b"],
    ["a Hangul filler", "\u3164"],
    ["a half-width filler", "\uffa0"],
    ["a line separator", "\u2028"],
    ["a soft hyphen", "\u00ad"],
    ["joiners that join nothing", "\u200d\u200d"],
    ["a variation selector alone", "\ufe0f"],
    ["an accent without a letter", "\u0301"],
    ["an empty Braille cell", "\u2800"],
    ["spaces of all kinds", "\u00a0\u2003\u3000"],
    ["tags", "\u{e0041}\u{e0042}"],
  ])("of %s only is empty", (_, text) => {
    expect(messagesOf(text)).toContain("Must not be empty.");
  });

  it.each([
    ["a space of no width", "Ware\u200bhouse", "Warehouse"],
    ["a byte order mark", "\ufeffWarehouse", "Warehouse"],
    ["a soft hyphen", "Ware\u00adhouse", "Warehouse"],
    ["a filler at its end", "Warehouse \u3164", "Warehouse"],
  ])("loses %s, which nobody sees", (_, text, seen) => {
    expect(lineInput(80).parse(text)).toBe(seen);
  });

  it.each([
    ["an emoji made of several", "Team 👩‍💻"],
    ["a heart in colour", "❤️"],
    ["Persian", "نمی‌خواهم"],
    ["a name with its own variant of a character", "葛\u{e0100}城"],
    ["accents", "Żółć"],
  ])("keeps %s", (_, text) => {
    expect(lineInput(80).parse(text)).toBe(text.normalize("NFC"));
  });

  it("has thirty accents on one letter at most, and is not even normalized with more", () => {
    expect(messagesOf(`a${"\u0301\u0323".repeat(15)}`)).toBeUndefined();
    const heaped = `a${"\u0301\u0323".repeat(50_000)}`;
    expect(messagesOf(heaped)).toEqual(["At most 30 accents on one letter."]);
    expect(noteInput(500).safeParse(heaped).error?.issues).toHaveLength(1);
  });

  it.each(["a\u2028b", "a\u2029b", "a\nb", "a\tb"])("is one line: %j", (text) => {
    expect(messagesOf(text)).toEqual(["Must be one line without control characters."]);
  });
});

const secret = `${"a".repeat(16)}.${"B".repeat(49)}`;

describe("a token", () => {
  it.each([
    ["alone", `kat_live_${secret}`],
    ["of another brand", `acme_test_${secret}`],
    ["of a service", `kat_svc_${secret}`],
    ["of an app", `kat_oat_${secret}`],
    ["between words", `see kat_live_${secret}, please`],
    ["with a space of no width in it", `kat_live_\u200b${secret}`],
    ["with more behind it", `kat_live_${secret}abc`],
  ])("%s is neither a name nor a note", (_, text) => {
    const said = "This is an API key's token. Names and notes are not secret.";
    expect(messagesOf(text)?.[0]).toBe(said);
    expect(noteInput(500).safeParse(text).error?.issues[0]?.message).toBe(said);
  });

  it("that is masked may be named", () => {
    expect(lineInput(80).parse("kat_live_…a1B2")).toBe("kat_live_…a1B2");
  });
});

describe("a note", () => {
  it("of nothing that is seen is none", () => {
    expect(noteInput(500).parse("\u200b\n\u3164")).toBeNull();
  });

  it("keeps its lines", () => {
    expect(noteInput(500).parse("a\n\tb")).toBe("a\n\tb");
  });
});
