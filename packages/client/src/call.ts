import { bodyOnce } from "./body-once.ts";
import type { Deadline } from "./deadline.ts";
import { KatkeyUnavailableError, type KatkeyError } from "./errors.ts";
import { isNeverSent } from "./never-sent.ts";
import type { Settings } from "./options.ts";
import { errorOfAnswer, type ArrivedAnswer } from "./error-of-answer.ts";

/** One question, or a batch of them, on its way. */
export interface Call {
  readonly path: "/v1/verify" | "/v1/verify/batch";
  readonly body: string;
  readonly requestId: string;
  /** Asking twice is not the same as asking once. */
  readonly spends: boolean;
}

export type Outcome =
  | { readonly answer: ArrivedAnswer }
  /** `repeatable`: this attempt has certainly taken nothing from a limit and counted nothing. */
  | { readonly error: KatkeyError; readonly repeatable: boolean };

/** Asks once. @throws the reason of the caller's signal */
export async function callOnce(settings: Settings, call: Call, deadline: Deadline): Promise<Outcome> {
  let answer: ArrivedAnswer;
  try {
    answer = await send(settings, call, deadline);
  } catch (cause) {
    return failureOf(cause, call, deadline);
  }
  return answer.status === 200 ? { answer } : errorOfAnswer(answer, call);
}

async function send(settings: Settings, call: Call, { signal }: Deadline): Promise<ArrivedAnswer> {
  const answer = await settings.fetch(`${settings.url}${call.path}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${settings.serviceToken}`,
      "Content-Type": "application/json",
      Accept: "application/json, application/problem+json",
      "X-Request-Id": call.requestId,
    },
    body: call.spends ? bodyOnce(call.body) : call.body,
    signal,
    // A redirect would take the service token along to wherever it points.
    redirect: "manual",
  });
  const { status, headers } = answer;
  return { status, retryAfterSeconds: secondsOf(headers.get("Retry-After")), text: await answer.text() };
}

/** A date, which Katkey never sends, counts as nothing. */
function secondsOf(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}

function failureOf(cause: unknown, { requestId, spends }: Call, deadline: Deadline): Outcome {
  if (deadline.isOver()) return { error: timeout(requestId, spends), repeatable: false };
  if (deadline.signal.aborted) throw deadline.signal.reason;
  if (isNeverSent(cause)) {
    const message = "Katkey cannot be reached: no connection came about.";
    const facts = { requestId, cause, mayHaveCounted: false };
    return { error: new KatkeyUnavailableError("unreachable", message, facts), repeatable: true };
  }
  const message = "The connection to Katkey broke before its answer was there.";
  const facts = { requestId, cause, mayHaveCounted: spends };
  return { error: new KatkeyUnavailableError("connection_lost", message, facts), repeatable: !spends };
}

export function timeout(requestId: string, mayHaveCounted: boolean): KatkeyUnavailableError {
  const message = "Katkey did not answer in time.";
  return new KatkeyUnavailableError("timeout", message, { requestId, mayHaveCounted });
}
