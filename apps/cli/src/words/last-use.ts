interface LastUse {
  readonly at: string;
  readonly address: string | null;
}

/** `null`: there is none. `undefined`: what was counted cannot be read, and so nobody knows. */
export function lastUseWords(lastUse: LastUse | null | undefined): string {
  if (lastUse === undefined) return "last use unknown";
  return lastUse === null ? "never used" : `used ${lastUse.at} from ${lastUse.address ?? "unknown"}`;
}

/** What whoever looks for what is not used any more must know. */
export function notesOfUses(
  views: readonly { readonly lastUse: LastUse | null | undefined }[],
): readonly string[] {
  if (views.every(({ lastUse }) => lastUse !== undefined)) return [];
  return ["What was counted cannot be read, so that no last use is known: katkey doctor says why."];
}
