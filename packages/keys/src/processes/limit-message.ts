/** Asks for `cost` places under a name, or, with `null`, only how its limit stands. */
export type LimitQuestion = readonly [name: string, limit: number, cost: number | null];

/** What one turn of a process's event loop asks, in its order. */
export interface LimitQuestions {
  /** Which of that process's. */
  readonly round: number;
  readonly asked: readonly LimitQuestion[];
}

export type LimitAnswer = readonly [allowed: boolean, remaining: number, resetSeconds: number];

/** The answers to a round, in the order of its questions. */
export interface LimitAnswers {
  readonly round: number;
  readonly given: readonly LimitAnswer[];
}
