import { amountWords } from "../../lib/words/amount-words.ts";
import type { StatementView } from "../../lib/api/api-types.ts";
import { countWords } from "../../lib/words/count-words.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { planName } from "../../lib/organization/plans.ts";

/** What a statement adds up, with how each amount was reckoned. */
export function linesOf(statement: StatementView) {
  const words = wordsOf("billing");
  const { plan, price, requests, requestsBeyond, amounts } = statement;
  const included = Math.min(requests, price.includedRequests);
  return [
    {
      what: words("statement.fee", { plan: planName(plan) }),
      how: words("statement.feeIncludes", {
        count: price.includedRequests,
        included: countWords(price.includedRequests),
      }),
      amount: amountWords(amounts.fee),
    },
    {
      what: words("statement.includedRequests"),
      how: words("statement.served", { count: included, requests: countWords(included) }),
      amount: words("statement.inFee"),
    },
    {
      what: words("statement.beyondRequests"),
      how: words("statement.atPrice", {
        count: requestsBeyond,
        requests: countWords(requestsBeyond),
        price: amountWords(price.perThousandRequests),
      }),
      amount: amountWords(amounts.requestsBeyond),
    },
  ];
}
