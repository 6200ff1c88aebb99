/** What is called: the decision about a token alone, or everything that a bearer request goes through. */
export const verbs = ["verify", "admit"] as const;

export type Verb = (typeof verbs)[number];

/**
 * Which keys come: some that come again and again, so that their rows are remembered, or each for the first time since
 * the file changed, so that its row is read.
 */
export const draws = ["1,000 in use", "10,000 in use", "each read anew"] as const;

export type Draw = (typeof draws)[number];

export interface Task {
  readonly verb: Verb;
  readonly draw: Draw;
  /** A multiple of 1,000. */
  readonly calls: number;
}
