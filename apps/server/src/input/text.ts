import { z } from "zod";

// Halves of characters, which no database keeps as they are, and marks that turn the direction
// of the text around, by which one name can pass for another.
const deceptive = /[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const control = /\p{Cc}/u;
const controlButLines = /[^\P{Cc}\n\t]/u;

const isHonest = (text: string) => !deceptive.test(text);
const honesty = "Must not contain broken characters or marks that reverse the text.";

/** One line that a person reads: trimmed, Unicode NFC, 1 to `most` characters. */
export function lineInput(most: number) {
  return z
    .string()
    .trim()
    .normalize("NFC")
    .min(1, "Must not be empty.")
    .refine((text) => [...text].length <= most, `At most ${most} characters.`)
    .refine((text) => !control.test(text), "Must not contain control characters.")
    .refine(isHonest, honesty);
}

/** Text of several lines, at most `most` characters; empty is the same as none. */
export function noteInput(most: number) {
  return z
    .string()
    .trim()
    .normalize("NFC")
    .refine((text) => [...text].length <= most, `At most ${most} characters.`)
    .refine((text) => !controlButLines.test(text), "Must not contain control characters.")
    .refine(isHonest, honesty)
    .nullable()
    .transform((text) => text || null);
}

/** An e-mail address as it is stored and compared: in lower case. */
export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email());
