import * as fc from "fast-check";

/** What has broken readers of text before, and what is next to it. */
const hostile = [
  "\0",
  "\r\n",
  " ",
  "\t",
  "\u00a0",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\ud800",
  "\udfff",
  "😀",
  "é",
  "e\u0301",
  "\u212a",
  "ſ",
  "%00",
  "%2e",
  "%zz",
  "%ff",
  "+",
  "&",
  "=",
  "?",
  "[]",
  ";",
  ",",
  ".",
  "-",
  "_",
  "'",
  '"',
  "\\",
  String.raw`\u0000`,
  String.raw`\ud800`,
  String.raw`\"`,
  "{",
  "}",
  "[",
  "]",
  ":",
  "null",
  "true",
  "-0",
  "1e400",
  "9007199254740993",
  "5.00000000000000000001",
  '"__proto__":{"a":1},',
  '"__proto__"',
  "__proto__",
  "constructor",
  "' OR 1=1--",
  "Bearer ",
  "Basic ",
  "A",
  "a",
  "0",
  "1",
  "z".repeat(300),
  "[".repeat(40),
  '{"a":'.repeat(40),
];

interface TextEdit {
  /** Where, as a part of the text's length: fits whatever text it meets. */
  readonly at: number;
  /** How many characters go. */
  readonly drop: number;
  readonly insert: string;
}

const edit: fc.Arbitrary<TextEdit> = fc.record({
  at: fc.integer({ min: 0, max: 1_000 }),
  drop: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1) }, fc.integer({ min: 0, max: 40 })),
  insert: fc.oneof(fc.constantFrom("", ...hostile), fc.string({ unit: "binary", maxLength: 4 })),
});

function edited(text: string, { at, drop, insert }: TextEdit): string {
  const start = Math.round((text.length * at) / 1_000);
  return text.slice(0, start) + insert + text.slice(start + drop);
}

/** A text with up to `most` edits, often none. */
export function editedText(original: fc.Arbitrary<string>, most = 4): fc.Arbitrary<string> {
  return fc
    .tuple(original, fc.array(edit, { maxLength: most }))
    .map(([text, edits]) => edits.reduce(edited, text));
}
