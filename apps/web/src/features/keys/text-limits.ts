const longestName = 80;
const longestNote = 500;

export function nameMistake(name: string): string | null {
  if (name.trim() === "") return "Give the key a name.";
  return tooLong(name, longestName);
}

export function noteMistake(note: string): string | null {
  return tooLong(note, longestNote);
}

/** Counts what people see as characters, like the server. */
function tooLong(text: string, most: number): string | null {
  const length = [...text.trim().normalize("NFC")].length;
  return length > most ? `At most ${most} characters; this has ${length}.` : null;
}
