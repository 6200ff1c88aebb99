const shortest = 10;
const longest = 128;

/** What can be told without the server, which also knows the common ones. */
export function passwordMistake(password: string): string | null {
  const { length } = [...password];
  if (length < shortest) return `Use at least ${shortest} characters.`;
  return length > longest ? `Use at most ${longest} characters.` : null;
}
