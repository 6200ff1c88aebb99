/**
 * Puts values in the places of a phrase: `{name}`, or `{Name}` for one that begins a sentence.
 * In one pass, so that a value with braces stays as it is; and a value that ends its sentence
 * itself, such as "Acme Inc." or "Yahoo!", gets no second full stop.
 */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replaceAll(/\{\w+\}[.!]?/g, (place) => {
    const stop = place.replace(/^\{\w+\}/, "");
    const shown = valueAt(place.replaceAll(/\W/g, ""), values);
    return /[.!?…]$/.test(shown) ? shown : shown + stop;
  });
}

function valueAt(key: string, values: Readonly<Record<string, string>>): string {
  return values[key] ?? capitalized(values[key.charAt(0).toLowerCase() + key.slice(1)] ?? "");
}

/** With a capital first letter, but for words such as "pH value", which are spelt on purpose. */
export function capitalized(text: string): string {
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
