import type { Call, Outcome } from "./call.ts";
import {
  KatkeyConfigurationError,
  KatkeyQuestionError,
  KatkeyUnavailableError,
  type ConfigurationFault,
  type QuestionFault,
} from "./errors.ts";
import { isObject, parseJson, type JsonObject } from "./json.ts";

/** What came back, read to its end. */
export interface ArrivedAnswer {
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  readonly text: string;
}

/** What an answer other than 200 means. It is about the call, never about the client's key. */
export function errorOfAnswer(answer: ArrivedAnswer, call: Call): Outcome {
  const parsed = parseJson(answer.text);
  const problem = isObject(parsed) ? parsed : {};
  const fault = configurationFaultOf(answer.status, problem);
  if (fault !== null)
    return { error: configurationError(fault, answer, { problem, call }), repeatable: false };
  if ([400, 413, 415, 422].includes(answer.status)) {
    return { error: questionError(problem, call), repeatable: false };
  }
  return unavailable(answer, call);
}

function configurationFaultOf(status: number, problem: JsonObject): ConfigurationFault | null {
  if (status === 401 || status === 403) return "service_token_refused";
  // Bad service tokens are slowed down by address, as bad keys are.
  if (status === 429 && problem["code"] === "too_many_failures") return "service_token_refused";
  // 0: how some runtimes show a redirect that is not followed.
  const isElsewhere = status === 404 || status === 405 || status === 410 || status < 400;
  return isElsewhere ? "not_katkey" : null;
}

interface About {
  readonly problem: JsonObject;
  readonly call: Call;
}

function configurationError(code: ConfigurationFault, { status }: ArrivedAnswer, { problem, call }: About) {
  const { requestId } = call;
  const message =
    code === "service_token_refused"
      ? `Katkey does not take the service token (${saidIn(problem, status)}).`
      : `What answers at the url has no ${call.path} of Katkey (${saidIn(problem, status)}).`;
  return new KatkeyConfigurationError(code, message, { requestId });
}

function questionError(problem: JsonObject, { requestId }: Call): KatkeyQuestionError {
  const { errors } = problem;
  const faults = Array.isArray(errors) ? errors.filter(isFault) : [];
  const places = faults.map(({ path, message }) => `${path}: ${message}`).join("; ");
  const message = `Katkey does not accept the question (${saidIn(problem, 0)})${places && `: ${places}`}`;
  return new KatkeyQuestionError(message, { requestId, faults });
}

function unavailable(
  { status, retryAfterSeconds }: ArrivedAnswer,
  { path, requestId, spends }: Call,
): Outcome {
  // Whoever says when to come back has turned the question away at the door; a batch perhaps in its middle.
  const turnedAway = status === 503 && retryAfterSeconds !== null && path === "/v1/verify";
  const isPassing = status === 408 || status === 429 || status >= 500;
  const mayHaveCounted = spends && !turnedAway;
  const facts = { requestId, answeredStatus: status, retryAfterSeconds, mayHaveCounted };
  return {
    error: new KatkeyUnavailableError("failed", `Katkey answered with status ${status}.`, facts),
    repeatable: turnedAway || (isPassing && !spends),
  };
}

function isFault(value: unknown): value is QuestionFault {
  return isObject(value) && typeof value["path"] === "string" && typeof value["message"] === "string";
}

/** The problem's code, for whoever looks it up. */
function saidIn({ code }: JsonObject, status: number): string {
  return typeof code === "string" ? code : `status ${status}`;
}
