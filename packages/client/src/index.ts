export { createKatkey } from "./create-katkey.ts";
export type { CallOptions, Katkey, VerifyOptions } from "./katkey.ts";
export type { CacheOptions, Fetch, FetchedAnswer, FetchInit, KatkeyOptions } from "./options.ts";

export type { Question } from "./question.ts";
export type { Admitted, AskedAdmitted, Decision, Refused, RememberedAdmitted } from "./decision.ts";
export type { AppPrincipal, KeyPrincipal, Principal } from "./principal.ts";
export type { Limit } from "./limit.ts";
export type { LocalCode, RefusalCode } from "./refusals.ts";
export type { Answer, ProblemBody } from "./answer.ts";

export {
  KatkeyConfigurationError,
  KatkeyError,
  KatkeyQuestionError,
  KatkeyUnavailableError,
  type ConfigurationFault,
  type QuestionFault,
  type UnavailableReason,
} from "./errors.ts";
