/**
 * How names are compared: without case, without the code points that nothing
 * is drawn for, and with one form for what looks the same. Folding twice changes nothing.
 */
export function foldedOf(name: string): string {
  return (
    name
      .normalize("NFKC")
      .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
      // Upper case spells out what lower case has one letter for (ß), and lower case comes first for ẞ.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      // The end of a word is no matter of spelling: who searches for a part of it must find it.
      .replaceAll("ς", "σ")
      .normalize("NFKC")
  );
}

export function foldedNoteOf(note: string | null): string | null {
  return note === null ? null : foldedOf(note);
}
