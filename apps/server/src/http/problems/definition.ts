/** What a problem code stands for. */
export interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  /** Why it happens, in a sentence for the caller. */
  readonly cause: string;
  /** What to do about it. */
  readonly fix: string;
}
