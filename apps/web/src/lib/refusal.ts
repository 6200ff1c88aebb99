import type { AppRouter } from "@katkey/server/router";
import { isTRPCClientError, type TRPCClientErrorLike } from "@trpc/client";
import { AuthError } from "./auth-fetch.ts";

export type ApiError = TRPCClientErrorLike<AppRouter>;
export type RefusalReason = NonNullable<NonNullable<ApiError["data"]>["reason"]>;

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
  return new Map(issues.map(({ path, message }) => [path, message]));
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof AuthError) return refusalOfAuth(error);
  if (!isApiError(error)) return { message: unexpected, requestId: null, retryable: true };
  const { data } = error;
  if (!data) return { message: unreachable, requestId: null, retryable: true };

  const { requestId } = data;
  if (data.reason !== null) {
    return { message: nextStep[data.reason] ?? error.message, requestId: null, retryable: false };
  }
  if (data.httpStatus >= 500) return { message: unexpected, requestId, retryable: true };
  const message = wordsOfCode[data.code] ?? error.message;
  return { message, requestId: null, retryable: data.code === "TOO_MANY_REQUESTS" };
}

function refusalOfAuth({ code, message }: AuthError): Refusal {
  if (code === "unreachable") return { message: unreachable, requestId: null, retryable: true };
  return { message: message || unexpected, requestId: null, retryable: code === "too_busy" };
}

const unreachable = "The server cannot be reached. Check your connection, then try again.";
const unexpected = "Something went wrong on the server. Try again in a moment.";

const wordsOfCode: Readonly<Record<string, string>> = {
  UNAUTHORIZED: "You are signed out. Sign in again.",
  TOO_MANY_REQUESTS: "Too many requests in a short time. Wait a minute, then try again.",
  PAYLOAD_TOO_LARGE: "That is more than the server takes in one go. Shorten it.",
};

/** Where the server's own sentence does not yet say what to do next. */
const nextStep: Partial<Record<RefusalReason, string>> = {
  organization_not_found: "There is no such organization, or you are not a member of it.",
  key_not_found: "There is no such key in this organization. It may belong to another one.",
  invitation_not_found:
    "This invitation does not work any more: it was used, withdrawn, or is older than 7 days. Ask for a new one.",
  key_limit_reached:
    "All active keys of your plan are in use. Revoke one that is no longer needed, then try again.",
  key_name_taken: "Another key of this organization has this name. Choose another one.",
  key_changed: "Somebody else has just changed this key. Look at it again, then repeat your change.",
  rotation_conflict:
    "Somebody else has just rotated this key. Look at it again before you rotate it once more.",
  member_exists: "This person is a member already.",
  email_taken: "This e-mail address has an account already. Sign in instead.",
  setup_link_invalid:
    "This setup link does not work any more. Restart the server: while nobody has an account, it prints a new one.",
};
