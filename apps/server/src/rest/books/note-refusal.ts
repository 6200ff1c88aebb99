import type { Caller, LimitState, Refusal } from "@katkey/keys";
import { arrivalOf } from "../../http/arrival.ts";
import { problemBody, type Problem } from "../../http/problem.ts";
import { withoutSecrets } from "../../input/without-secrets.ts";
import type { Services } from "../../services.ts";
import { seenOf, type Asked, type Seen } from "./seen.ts";

/** What is kept of what was wrong with an input. */
const mostErrors = 20;
const longestText = 1_000;

interface Refused {
  readonly caller: Caller;
  /** `null` for a key that has ended. */
  readonly limit: LimitState | null;
  readonly problem: Problem;
}

/** Keeps why a request was refused, for whoever asks with its id. */
export function noteRefusal(services: Services, asked: Asked, refused: Refused): void {
  const { requestId } = arrivalOf(asked.request);
  noteRefusalOf(services, { ...seenOf(services, asked), requestId, scopes: asked.scopes }, refused);
}

/** The same of a request that somebody else received. */
export function noteRefusalOf(
  services: Services,
  seen: Seen & Pick<Refusal, "requestId" | "scopes">,
  { caller, limit, problem }: Refused,
): void {
  const {
    code,
    status,
    detail,
    errors = [],
  } = problemBody(problem.code, problem.details, {
    origin: services.origin,
    requestId: seen.requestId,
  });
  services.traffic.noteRefusal({
    ...caller,
    ...seen,
    status,
    code,
    detail: keptOf(detail),
    errors: errors.slice(0, mostErrors).map(({ path, message }) => {
      return { path: keptOf(path), message: keptOf(message) };
    }),
    limit,
  });
}

function keptOf(text: string): string {
  return withoutSecrets(text).slice(0, longestText);
}
