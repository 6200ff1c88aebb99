import { tokenKinds } from "@katkey/keys";
import { z } from "zod";
import { refusing } from "./refusing.ts";

// Halves of characters, which no database keeps as they are, and marks that turn the direction
// of the text around, by which one name can pass for another.
const deceptive = /[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const controlButLines = /[^\P{Cc}\n\t]/u;

// Nothing is drawn for these, so a name can hold them and look like another. Not among them: what
// joins the parts of an emoji, or the letters of Persian and of Indian scripts, and what selects
// between two drawings of one character. The deceptive ones are refused by their own rule.
const unseen =
  /[\p{Default_Ignorable_Code_Point}--[\p{Variation_Selector}\p{Join_Control}\u202a-\u202e\u2066-\u2069]]/gv;
/** What alone makes no name: joiners without anything to join, spaces, accents without a letter, an empty Braille cell. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Mark}\u2800]*$/u;

/** A token by its form, of whatever brand: an installation may have changed its own. */
const token = new RegExp(`[a-z]{2,10}_(?:${tokenKinds.join("|")})_[0-9A-Za-z]{16}\\.[0-9A-Za-z]{49}`);

// UAX #15, Stream-Safe Text Format: no language needs more, and normalizing takes the square of their number.
const heaped = /\p{Mark}{31}/u;
const heaps = { ...refusing("not_allowed", "At most 30 accents on one letter."), abort: true };
const isLegible = (text: string) => !heaped.test(text);

const isHonest = (text: string) => !deceptive.test(text);
const honesty = refusing("not_allowed", "Must not contain broken characters or marks that reverse the text.");
const isNoSecret = (text: string) => !token.test(text);
const secrecy = refusing("not_allowed", "This is an API key's token. Names and notes are not secret.");
const lineRule = refusing("not_allowed", "Must be one line without control characters.");
const longest = (most: number) => refusing("too_long", `At most ${most} characters.`, most);
const seenOf = (text: string) => text.replaceAll(unseen, "").trim();

const trimming = "Trimmed, and in Unicode NFC. An API key's token in it is refused.";

/** One line that a person reads: trimmed, Unicode NFC, 1 to `most` characters, some of which can be seen. */
export function lineInput(most: number) {
  return z
    .string()
    .overwrite(seenOf)
    .refine(isLegible, heaps)
    .normalize("NFC")
    .refine((text) => !invisible.test(text), refusing("too_short", "Must not be empty."))
    .refine(isNoSecret, secrecy)
    .refine((text) => [...text].length <= most, longest(most))
    .refine((text) => !control.test(text), lineRule)
    .refine(isHonest, honesty)
    .meta({
      description: `One line. ${trimming}`,
      minLength: 1,
      maxLength: most,
      pattern: String.raw`^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$`,
    });
}

/** Text of several lines, at most `most` characters; empty is the same as none. */
export function noteInput(most: number) {
  return z
    .string()
    .overwrite(seenOf)
    .refine(isLegible, heaps)
    .normalize("NFC")
    .refine(isNoSecret, secrecy)
    .refine((text) => [...text].length <= most, longest(most))
    .refine(
      (text) => !controlButLines.test(text),
      refusing("not_allowed", "Must not contain control characters."),
    )
    .refine(isHonest, honesty)
    .meta({ maxLength: most, pattern: String.raw`^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$` })
    .nullable()
    .transform((text) => (text === null || invisible.test(text) ? null : text))
    .meta({ description: `Text of several lines; empty is the same as \`null\`. ${trimming}` });
}

/** An e-mail address as it is stored and compared: in lower case. */
export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email());
