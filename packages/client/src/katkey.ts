import type { Decision } from "./decision.ts";
import type { Question } from "./question.ts";

export interface CallOptions {
  /** Ends the call; its reason is what is thrown. */
  readonly signal?: AbortSignal | undefined;
}

export interface VerifyOptions extends CallOptions {
  /** `"skip"`: ask, whatever is remembered. */
  readonly cache?: "use" | "skip" | undefined;
}

/** Asks one Katkey. Has no state but the cache: one for the whole program is enough. */
export interface Katkey {
  /**
   * Whether the request that carries this token may go on. A refused token is an answer, not an error.
   * @throws KatkeyConfigurationError, KatkeyQuestionError, KatkeyUnavailableError, or the reason of the signal
   */
  verify(question: Question, options?: VerifyOptions): Promise<Decision>;
  /** Up to 100 questions in one call, answered in their order. The cache takes no part. Throws as `verify` does. */
  verifyBatch(questions: readonly Question[], options?: CallOptions): Promise<readonly Decision[]>;
  /** Forgets every remembered answer; those that are on their way are not remembered either. */
  clearCache(): void;
  /** The option of this name. */
  readonly publicUrl: string | null;
}
