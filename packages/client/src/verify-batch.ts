import { ask } from "./ask.ts";
import type { Decision } from "./decision.ts";
import { KatkeyQuestionError } from "./errors.ts";
import { isObject, parseJson } from "./json.ts";
import { malformed } from "./malformed.ts";
import type { Settings } from "./options.ts";
import { bodyOf, spends, type Question } from "./question.ts";
import { readDecision } from "./read-decision.ts";
import { requestIdOf } from "./request-id.ts";
import type { Asking } from "./verify.ts";

const mostQuestions = 100;

/** Asks about several requests at once. @throws KatkeyError, or the reason of the signal */
export async function verifyBatch(
  settings: Settings,
  questions: readonly Question[],
  asking: Asking,
): Promise<readonly Decision[]> {
  if (questions.length > mostQuestions) {
    throw new KatkeyQuestionError(`A batch holds at most ${mostQuestions} questions.`);
  }
  if (questions.length === 0) return [];
  const requestId = requestIdOf(null);
  const body = JSON.stringify({ requests: questions.map((question) => bodyOf(question)) });
  const call = { path: "/v1/verify/batch", body, requestId, spends: questions.some(spends) } as const;
  const { text } = await ask(settings, call, asking);
  const answers = answersIn(parseJson(text));
  const decisions = questions.map(({ scopes = [] }, index) =>
    readDecision(answers[index], {
      // As Katkey names each of them.
      requestId: `${requestId}.${index + 1}`,
      scopes,
      publicUrl: settings.publicUrl,
    }),
  );
  if (answers.length !== questions.length || !areAll(decisions)) throw malformed(call);
  return decisions;
}

function answersIn(value: unknown): readonly unknown[] {
  return isObject(value) && Array.isArray(value["answers"]) ? value["answers"] : [];
}

function areAll(decisions: readonly (Decision | null)[]): decisions is readonly Decision[] {
  return !decisions.includes(null);
}
