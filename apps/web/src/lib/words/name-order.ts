import { inLanguage } from "../language/i18n.ts";

const collator = inLanguage((tag) => new Intl.Collator(tag, { numeric: true }));

/** As the reader looks names up: "Ågerup" is behind "Zebra" in Danish and beside "Agnes" in English, whatever its case. */
export function inNameOrder<Named>(
  things: readonly Named[],
  nameOf: (thing: Named) => string,
): readonly Named[] {
  return things.toSorted((one, other) => collator().compare(nameOf(one), nameOf(other)));
}
