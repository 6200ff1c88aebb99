/** How much of a proof is asked for. */
export interface ProofOptions {
  /** How often what is feared happens: kills, cuts, damages. What a round is, the proof says. */
  readonly rounds: number;
  /** Told how far it has come, one line at a time. */
  readonly say?: (progress: string) => void;
}

/** What a proof found. A violation is a promise that was broken, in words that say which and where. */
export interface Report {
  /** What is promised, one sentence. */
  readonly promise: string;
  /** What one of the runs is, in the plural: `kills`. */
  readonly of: string;
  readonly runs: number;
  /** What was done and looked at in all the runs, acknowledged changes for example; `counted` says what. */
  readonly operations: number;
  readonly counted: string;
  readonly violations: readonly string[];
  /** The worst that happened and was allowed, such as how long a start took. */
  readonly worst: string;
  /** Rows of a table with the same columns, where the outcome is one. */
  readonly table?: readonly Readonly<Record<string, string | number>>[];
  /** Why this machine cannot tell; then nothing was proved. */
  readonly skipped?: string;
}

export type Proof = (options: ProofOptions) => Promise<Report>;

/**
 * When nothing went wrong in n runs, the share of runs in which it does is below 3/n, with 95 % certainty
 * (the rule of three). `null`: something did go wrong, or nothing was run.
 */
export function upperBoundOf({ runs, violations }: Pick<Report, "runs" | "violations">): number | null {
  return runs === 0 || violations.length > 0 ? null : Math.min(1, 3 / runs);
}
