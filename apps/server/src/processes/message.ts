import type { AttemptAnswer, AttemptNews } from "@katkey/identity/attempts";
import type { LimitAnswers, LimitQuestions } from "@katkey/keys/processes";

/** What the primary tells a worker. */
export type FromPrimary =
  /** To open the files, which others have made, and to be ready for the next. */
  | { readonly kind: "prepare" }
  /** To listen, with the files open. The first one makes them, and reads them whole */
  | { readonly kind: "begin"; readonly isFirst: boolean }
  /** To tell the operator where Katkey is. */
  | { readonly kind: "announce" }
  /** The operator has been told: requests may come. */
  | { readonly kind: "open" }
  /** That it gets no connection any more: what was on its way has come before this. */
  | { readonly kind: "dismissed" }
  /** To do from now on what one process does for all. */
  | { readonly kind: "duty" }
  /** To answer what it has, and end. */
  | { readonly kind: "stop"; readonly why: string }
  | UnsoundNews
  | TurnNews
  | { readonly kind: "limits"; readonly answers: LimitAnswers }
  | { readonly kind: "attempt"; readonly answer: AttemptAnswer };

/** Rows that one of the processes has come upon, and that are not what was sealed. */
export interface UnsoundNews {
  readonly kind: "unsound";
  readonly rows: readonly { readonly table: string; readonly id: string }[];
}

/** The last change of anything sealed that a process knows of: whose file does not hold it, has an older one. */
interface TurnNews {
  readonly kind: "turn";
  readonly turn: number;
}

/** What a worker asks of what the primary counts for all. */
export type Question =
  | { readonly kind: "limits"; readonly questions: LimitQuestions }
  | { readonly kind: "attempt"; readonly news: AttemptNews };

/** What a worker tells the primary. */
export type FromWorker =
  | Question
  | UnsoundNews
  | TurnNews
  | { readonly kind: "announced" }
  /** It listens no more. */
  | { readonly kind: "closed" };

/** Both ends are the same program: what has a kind is the other one's. */
export const isFromPrimary = (message: unknown): message is FromPrimary => hasKind(message);
export const isFromWorker = (message: unknown): message is FromWorker => hasKind(message);

function hasKind(message: unknown): boolean {
  return typeof message === "object" && message !== null && "kind" in message;
}
