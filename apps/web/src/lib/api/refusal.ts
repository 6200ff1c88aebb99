import type { AppRouter } from "@katkey/server/router";
import { isTRPCClientError, type TRPCClientErrorLike } from "@trpc/client";
import { AuthError } from "./auth-fetch.ts";
import { durationWords } from "../words/duration.ts";
import { wordsOf } from "../language/i18n.ts";
import { numberWords } from "../words/number-words.ts";

const t = wordsOf("app");

export type ApiError = TRPCClientErrorLike<AppRouter>;
export type RefusalReason = NonNullable<NonNullable<ApiError["data"]>["reason"]>;

type Issue = NonNullable<ApiError["data"]>["issues"][number];

/** What a person reads when something was refused or failed. */
export interface Refusal {
  readonly message: string;
  /** For a report to the operator: the log has a line with it. */
  readonly requestId: string | null;
  /** Whether the same request can go better without any change. */
  readonly retryable: boolean;
}

function isApiError(error: unknown): error is ApiError {
  return isTRPCClientError(error);
}

/** The closed code of a refused change, or null for every other failure. */
export function reasonOf(error: unknown): RefusalReason | null {
  return isApiError(error) ? (error.data?.reason ?? null) : null;
}

export function isSignedOut(error: unknown): boolean {
  if (error instanceof AuthError) return error.code === "not_signed_in";
  return isApiError(error) && error.data?.code === "UNAUTHORIZED";
}

/** The sentence for one field of a form, where the server named it; paths are as the input has them. */
export function fieldRefusals(error: unknown): ReadonlyMap<string, string> {
  const issues = isApiError(error) ? (error.data?.issues ?? []) : [];
  return new Map(issues.map((issue) => [issue.path, sentenceOfIssue(issue)]));
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof AuthError) return refusalOfAuth(error);
  if (!isApiError(error)) return { message: said("unexpected"), requestId: null, retryable: true };
  const { data } = error;
  if (!data) return { message: said("unreachable"), requestId: null, retryable: true };

  const { requestId } = data;
  if (data.reason !== null) {
    return { message: sentenceOf(data.reason) || error.message, requestId: null, retryable: false };
  }
  if (data.httpStatus >= 500) return { message: said("unexpected"), requestId, retryable: true };
  const code = toldCodes.find((one) => one === data.code);
  const [issue] = data.issues;
  const message = code !== undefined ? said(code) : issue ? sentenceOfIssue(issue) : error.message;
  return { message, requestId: null, retryable: data.code === "TOO_MANY_REQUESTS" };
}

function refusalOfAuth({ code, message, retryAfterSeconds }: AuthError): Refusal {
  if (code === "unreachable") return { message: said("unreachable"), requestId: null, retryable: true };
  if (code === "too_many_attempts" && retryAfterSeconds !== null) {
    const wait = waitWords(retryAfterSeconds);
    return { message: t("errors.tooManyAttempts", { wait }), requestId: null, retryable: false };
  }
  const reason = authReasons.find((one) => one === code);
  const sentence = (reason !== undefined && sentenceOf(reason)) || message || said("unexpected");
  return { message: sentence, requestId: null, retryable: code === "too_busy" };
}

/** Coarse where it is long, and never too short. */
function waitWords(seconds: number): string {
  const unit = [3_600, 60].find((size) => seconds > 2 * size) ?? 1;
  return durationWords(Math.ceil(seconds / unit) * unit);
}

const toldCodes = ["UNAUTHORIZED", "TOO_MANY_REQUESTS", "PAYLOAD_TOO_LARGE"] as const;

const authReasons = [
  "invalid_credentials",
  "current_password_wrong",
  "too_many_attempts",
  "too_busy",
  "busy",
  "storage_full",
  "storage_unavailable",
  "storage_damaged",
  "schema_altered",
  "not_signed_in",
  "password_too_short",
  "password_too_long",
  "password_too_common",
  "name_invalid",
  "code_wrong",
  "code_used",
  "recovery_code_wrong",
  "second_step_ended",
  "two_factor_on",
  "two_factor_off",
  "two_factor_unreadable",
  "passkey_refused",
  "passkey_not_added",
  "passkey_not_found",
  "app_disabled",
  "app_not_offered",
  "app_changed",
  "organization_suspended",
  "role_not_allowed",
  "scope_not_allowed",
  "signed_in_as_another",
] as const;

function said(what: "unreachable" | "unexpected" | (typeof toldCodes)[number]): string {
  return t(`errors.${what}`);
}

/** What is wrong with a field; English is what the server speaks, and it knows more. */
function sentenceOfIssue({ path, code, limit, message }: Issue): string {
  const context = limit === null ? path.split(".").at(-1) : "limit";
  return t(`faults.${code}`, { context, limit: numberWords(limit ?? 0), defaultValue: "" }) || message;
}

/** What a refusal means and what to do next; empty where the server's own sentence has to do. */
function sentenceOf(reason: RefusalReason | (typeof authReasons)[number]): string {
  // A newer server may know reasons that these words do not.
  return t(`refusals.${reason}`, { defaultValue: "" });
}
