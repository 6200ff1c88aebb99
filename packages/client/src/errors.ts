/** One thing that Katkey says is wrong with a question, and where. */
export interface QuestionFault {
  readonly path: string;
  readonly message: string;
}

export interface ErrorFacts {
  /** Under which the question stands in Katkey's log. */
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/**
 * There is no decision. Never says anything about the client's key, and holds neither token. Its properties are called
 * otherwise than `status` or `headers`, which frameworks would hand on to the client.
 */
export abstract class KatkeyError extends Error {
  abstract readonly code: string;
  readonly requestId: string | null;

  constructor(message: string, { requestId, cause }: ErrorFacts = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.requestId = requestId ?? null;
  }
}

export type ConfigurationFault =
  /** An option that cannot be right. */
  | "invalid_options"
  /** Katkey does not take the service token: unknown, revoked, expired, or no service token at all. */
  | "service_token_refused"
  /** What answers at `url` is not Katkey, or one that cannot be asked. */
  | "not_katkey";

/** Something is set up wrongly. Asking again changes nothing; somebody has to see to it. */
export class KatkeyConfigurationError extends KatkeyError {
  override readonly name = "KatkeyConfigurationError";
  readonly code: ConfigurationFault;

  constructor(code: ConfigurationFault, message: string, facts?: ErrorFacts) {
    super(message, facts);
    this.code = code;
  }
}

/** The question itself is not acceptable, such as a scope that this installation does not know: the program is wrong. */
export class KatkeyQuestionError extends KatkeyError {
  override readonly name = "KatkeyQuestionError";
  readonly code = "question_refused";
  readonly faults: readonly QuestionFault[];

  constructor(
    message: string,
    { faults = [], ...facts }: ErrorFacts & { faults?: readonly QuestionFault[] } = {},
  ) {
    super(message, facts);
    this.faults = faults;
  }
}

export type UnavailableReason =
  /** No answer within `timeoutMilliseconds`. */
  | "timeout"
  /** No connection: Katkey has not seen the question. */
  | "unreachable"
  /** The connection broke, nobody knows when. */
  | "connection_lost"
  /** Katkey, or a proxy before it, answered that it cannot answer now. */
  | "failed"
  /** What came back is no decision. */
  | "malformed_answer";

export interface UnavailableFacts extends ErrorFacts {
  readonly answeredStatus?: number | undefined;
  readonly retryAfterSeconds?: number | null | undefined;
  readonly mayHaveCounted: boolean;
}

/** Katkey could not decide now. Later it may. */
export class KatkeyUnavailableError extends KatkeyError {
  override readonly name = "KatkeyUnavailableError";
  readonly code = "unavailable";
  readonly reason: UnavailableReason;
  /** The HTTP status of Katkey's last answer; null without one. */
  readonly answeredStatus: number | null;
  readonly retryAfterSeconds: number | null;
  /** The request may have been taken from the limit and counted all the same. */
  readonly mayHaveCounted: boolean;

  constructor(reason: UnavailableReason, message: string, facts: UnavailableFacts) {
    super(message, facts);
    this.reason = reason;
    this.answeredStatus = facts.answeredStatus ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.mayHaveCounted = facts.mayHaveCounted;
  }
}
