/** What is called: the decision about a token alone, or everything that a bearer request goes through, of a key or an app. */
export type Verb = "verify" | "admit" | "admit an app";

/**
 * Which keys come: some that come again and again, so that their rows are remembered, or each for the first time since
 * the file changed, so that its row is read.
 */
const draws = ["1,000 in use", "10,000 in use", "each read anew"] as const;

export type Draw = (typeof draws)[number];

/** What is measured: an app beside a key, and the rest of keys alone. */
export const pairs: readonly { readonly verb: Verb; readonly draw: Draw }[] = [
  ...(["verify", "admit"] as const).flatMap((verb) => draws.map((draw) => ({ verb, draw }))),
  { verb: "admit an app", draw: "1,000 in use" },
];

export interface Task {
  readonly verb: Verb;
  readonly draw: Draw;
  /** A multiple of 1,000. */
  readonly calls: number;
}
