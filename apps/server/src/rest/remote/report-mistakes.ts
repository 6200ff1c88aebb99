import type { IncomingMessage } from "node:http";
import { arrivalOf } from "../../http/arrival.ts";
import { withoutSecrets } from "../../input/without-secrets.ts";
import type { Services } from "../../services.ts";
import type { Question } from "./forward-auth-question.ts";

type ReportMistakes = (request: IncomingMessage, question: Question) => void;

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
      const named = mistakes.map((mistake) => ({ ...mistake, path: withoutSecrets(mistake.path) }));
      const { requestId, address } = arrivalOf(request);
      log.error(
        { requestId, address, asked, mistakes: named },
        "the configuration of a gateway asks for what there is not",
      );
    }
  };
}
