import { ask, type Surroundings } from "./ask.ts";
import type { Decision } from "./decision.ts";
import { malformed } from "./malformed.ts";
import { parseJson } from "./json.ts";
import type { Settings } from "./options.ts";
import { bodyOf, spends, type Question } from "./question.ts";
import { readDecision } from "./read-decision.ts";
import { requestIdOf } from "./request-id.ts";

export type Asking = Surroundings & { readonly signal: AbortSignal | undefined };

/** Asks about one request. @throws KatkeyError, or the reason of the signal */
export async function verify(settings: Settings, question: Question, asking: Asking): Promise<Decision> {
  const requestId = requestIdOf(question.requestId);
  const body = JSON.stringify(bodyOf(question));
  const call = { path: "/v1/verify", body, requestId, spends: spends(question) } as const;
  const { text } = await ask(settings, call, asking);
  const { scopes = [] } = question;
  const decision = readDecision(parseJson(text), { requestId, scopes, publicUrl: settings.publicUrl });
  if (decision === null) throw malformed(call);
  return decision;
}
