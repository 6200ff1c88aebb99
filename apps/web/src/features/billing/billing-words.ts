import { amountWords } from "../../lib/words/amount-words.ts";
import type { RunningBill } from "../../lib/api/api-types.ts";
import { countWords } from "../../lib/words/count-words.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { monthName } from "../../lib/words/month-words.ts";

/** "At this rate November will cost about €12.30": what to expect, in a sentence. */
export function forecastWords({ month, requests, forecast }: RunningBill): string {
  const words = wordsOf("billing");
  const told = {
    month: monthName(month),
    total: amountWords(forecast.amounts.total),
    requests: countWords(forecast.requests),
    beyond: countWords(forecast.requestsBeyond),
  };
  if (requests === 0) return words("forecast.none", told);
  return words(forecast.requestsBeyond === 0 ? "forecast.within" : "forecast.beyond", told);
}

/** How much of what is included is used. */
export function usedWords({ requests, requestsBeyond, price: { includedRequests } }: RunningBill): string {
  const told = {
    used: countWords(requests),
    included: countWords(includedRequests),
    beyond: countWords(requestsBeyond),
  };
  return wordsOf("billing")(requestsBeyond === 0 ? "used" : "usedUp", told);
}
