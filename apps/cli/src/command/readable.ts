/** What a terminal would obey, or what would show other words than there are. Lines and tabs stay. */
const obeyed = /[^\P{Cc}\n\t]|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** As it may be shown at a terminal, whoever has written a name or a path in it. */
export function readable(text: string): string {
  return text.replaceAll(obeyed, "\u{fffd}");
}

/** The same in a line of its own, so that no name makes up another line. */
export function readableInLine(text: string): string {
  return readable(text).replaceAll(/[\n\t]/g, "\u{fffd}");
}
