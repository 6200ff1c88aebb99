import type { Answer } from "./answer.ts";
import type { Limit } from "./limit.ts";
import type { Principal } from "./principal.ts";
import type { RefusalCode } from "./refusals.ts";

/** What Katkey says about a token; tell the two apart by `valid`. */
export type Decision = Admitted | Refused;

/** The request may go on. */
export type Admitted = AskedAdmitted | RememberedAdmitted;

interface Admission {
  readonly valid: true;
  readonly code: "valid";
  readonly principal: Principal;
  /** The id under which Katkey was asked. */
  readonly requestId: string;
  /** `RateLimit` and `RateLimit-Policy` for the backend's own answer; empty when it is not known how the limit stands. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Katkey was asked, and has counted the request. */
export interface AskedAdmitted extends Admission {
  readonly remembered: false;
  readonly limit: Limit;
}

/** From the local cache: counted nowhere, and as old as `ageMilliseconds` says, never older than `maxStaleMilliseconds`. */
export interface RememberedAdmitted extends Admission {
  readonly remembered: true;
  readonly ageMilliseconds: number;
  /** What it was then says nothing about now. */
  readonly limit: null;
}

/** The request may not go on. */
export interface Refused {
  readonly valid: false;
  readonly code: RefusalCode;
  /** Null when nobody can be named. */
  readonly principal: Principal | null;
  readonly limit: Limit | null;
  /** When the key or the token ended, where that is the reason: RFC 3339. */
  readonly endedAt: string | null;
  /** When to try again, where waiting helps. */
  readonly retryAfterSeconds: number | null;
  readonly requestId: string;
  /** Status, headers and problem with which a backend refuses its own client. */
  readonly answer: Answer;
}
