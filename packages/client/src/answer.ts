import { challenge } from "./challenge.ts";
import { limitHeaders, type Limit } from "./limit.ts";
import { refusals, type LocalCode, type RefusalCode, type RefusalDefinition } from "./refusals.ts";

/** RFC 9457: what a refused request is told. */
export interface ProblemBody {
  /** Where the code is explained; absent without the option `publicUrl`. */
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request's id, by which Katkey explains its refusal. */
  readonly instance: string;
  readonly code: RefusalCode | LocalCode;
  /** When the key or the token ended, for whoever holds its secret: RFC 3339. */
  readonly endedAt?: string;
}

/** What a backend answers its own client: `new Response(JSON.stringify(body), { status, headers })`. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;
}

export interface Circumstances {
  readonly requestId: string;
  readonly publicUrl: string | null;
  readonly scopes?: readonly string[];
  readonly limit?: Limit | null;
  readonly endedAt?: string | null;
  readonly retryAfterSeconds?: number | null;
  /** The token is a partner app's. */
  readonly isApp?: boolean;
  /** What is wrong this time; absent: what the code always means. */
  readonly detail?: string | undefined;
}

/** The answer that Katkey's own API would give for this code. */
export function answerOf(code: RefusalCode | LocalCode, circumstances: Circumstances): Answer {
  const { requestId, publicUrl, limit = null, endedAt = null, retryAfterSeconds = null } = circumstances;
  const { status, title } = refusals[code];
  return {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      Vary: "Authorization",
      "X-Request-Id": requestId,
      ...challengeOf(code, circumstances.scopes ?? []),
      ...limitHeaders(limit),
      ...(retryAfterSeconds !== null && { "Retry-After": String(Math.max(1, retryAfterSeconds)) }),
    },
    body: {
      ...(publicUrl !== null && { type: `${publicUrl}/docs/errors#${code}` }),
      title,
      status,
      detail: detailOf(code, circumstances),
      instance: requestId,
      code,
      ...(endedAt !== null && { endedAt }),
    },
  };
}

function challengeOf(
  code: RefusalCode | LocalCode,
  scopes: readonly string[],
): Readonly<Record<string, string>> {
  const { error }: RefusalDefinition = refusals[code];
  if (error === null) return {};
  return error === "insufficient_scope" ? challenge(error, scopes.join(" ")) : challenge(error);
}

const sentenceOf = new Map<string, string>([
  ["key_expired", "The key expired at"],
  ["key_revoked", "The key was revoked at"],
  ["secret_retired", "The token was replaced, and its overlap ended at"],
  ["secret_quarantined", "The token was reported as leaked, and is in quarantine since"],
  ["app_disconnected", "The app was disconnected at"],
  ["token_expired", "The access token expired at"],
]);

function detailOf(
  code: RefusalCode | LocalCode,
  { scopes = [], endedAt = null, isApp = false, detail }: Circumstances,
): string {
  if (detail !== undefined) return detail;
  if (code === "insufficient_scope") {
    return `This needs ${isApp ? "a grant" : "a key"} with ${scopes.join(" ")}.`;
  }
  const sentence = sentenceOf.get(code);
  return sentence !== undefined && endedAt !== null ? `${sentence} ${endedAt}.` : refusals[code].cause;
}
