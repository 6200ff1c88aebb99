/** One line without what would look odd in a sentence: runs of spaces, and separators at the end. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replace(/[\s,;:|/–—-]+$/, "")
    .trim();
}

/** As much of a text as the limit allows, cut between words where that is possible. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = cutBefore(text, limit);
  const space = room.lastIndexOf(" ");
  return `${tidy(space > limit / 2 ? room.slice(0, space) : room)}…`;
}

/** The characters, as people see them, that fit with one to spare. */
function cutBefore(text: string, limit: number): string {
  const segments = new Intl.Segmenter().segment(text);
  let end = 0;
  for (const { index, segment } of segments) {
    if (index + segment.length >= limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
