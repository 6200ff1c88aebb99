import type { IncomingMessage } from "node:http";
import { arrivalOf } from "../../http/arrival.ts";
import { Problem } from "../../http/problem.ts";
import { withoutSecrets } from "../../input/without-secrets.ts";
import type { Services } from "../../services.ts";
import { validationDetails } from "../input.ts";
import type { Question } from "./forward-auth-question.ts";

type ReportMistakes = (request: IncomingMessage, question: Question) => Problem;

/** Whoever has a key can ask for what there is not, as often as they like. */
const logEveryMs = 1_000;
const longestLogged = 500;

/** Tells the operator, who alone can mend it, what the configuration of a gateway has wrong. */
export function createReportMistakes({ log, clock }: Pick<Services, "log" | "clock">): ReportMistakes {
  let loggedAt = -Infinity;
  return (request, { query, mistakes }) => {
    const now = clock.monotonic();
    if (now - loggedAt >= logEveryMs) {
      loggedAt = now;
      const asked = withoutSecrets(query).slice(0, longestLogged);
      const { requestId, address } = arrivalOf(request);
      log.error(
        { requestId, address, asked, mistakes },
        "the configuration of a gateway asks for what there is not",
      );
    }
    return new Problem("validation_failed", validationDetails(mistakes));
  };
}
