import { answerOf } from "./answer.ts";
import type { Decision } from "./decision.ts";
import { isObject, isTextOrNull } from "./json.ts";
import { limitHeaders, windowSeconds, type Limit } from "./limit.ts";
import { isPrincipal } from "./read-principal.ts";
import { isRefusalCode, type RefusalCode } from "./refusals.ts";

export interface Asked {
  readonly requestId: string;
  readonly scopes: readonly string[];
  readonly publicUrl: string | null;
}

/** Reads one of Katkey's answers; null when it is no decision that this client knows. */
export function readDecision(value: unknown, asked: Asked): Decision | null {
  if (!isObject(value)) return null;
  const { valid, code, principal = null, limit = null, endedAt = null, retryAfterSeconds = null } = value;
  if (!isPrincipal(principal) && principal !== null) return null;
  if ((!isLimit(limit) && limit !== null) || !isTextOrNull(endedAt)) return null;
  if (!isCount(retryAfterSeconds) && retryAfterSeconds !== null) return null;
  if (valid === true && code === "valid" && principal !== null && limit !== null) {
    const { requestId } = asked;
    return { valid, code, principal, limit, requestId, headers: limitHeaders(limit), remembered: false };
  }
  if (valid !== false || !isRefusalCode(code)) return null;
  const facts = { limit, endedAt, retryAfterSeconds: retryAfterSeconds ?? usualRetryAfterOf(code, limit) };
  const refusal = { code, principal, ...facts, requestId: asked.requestId };
  const isApp = principal?.key === null;
  return { valid, ...refusal, answer: answerOf(code, { ...asked, ...facts, isApp }) };
}

/** Where an older Katkey does not say it: nothing is counted for longer than a window. */
function usualRetryAfterOf(code: RefusalCode, limit: Limit | null): number | null {
  if (code !== "rate_limited" && code !== "too_many_failures") return null;
  return Math.max(1, limit?.resetSeconds ?? windowSeconds);
}

function isLimit(value: unknown): value is Limit {
  if (!isObject(value)) return false;
  const { limit, remaining, resetSeconds } = value;
  return [limit, remaining, resetSeconds].every(isCount);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
