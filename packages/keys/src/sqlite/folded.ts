/** How names are compared: Unicode-normalized and without case. */
export function foldedOf(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
