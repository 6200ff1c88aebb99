import { afterEach, beforeAll, expect, it } from "vitest";
import type { RunningBill } from "../../lib/api/api-types.ts";
import { loadWords, speak } from "../../lib/language/i18n.ts";
import { forecastWords, usedWords } from "./billing-words.ts";

beforeAll(() => loadWords(["billing"]));
afterEach(() => speak("en"));

const eur = (amount: number) => ({ amount, currency: "EUR" });

function aBill(requests: number, expected: { requests: number; beyond: number; total: number }): RunningBill {
  const amounts = { fee: eur(0), requestsBeyond: eur(0), total: eur(0) };
  return {
    month: "2026-11",
    from: "2026-11-01T00:00:00.000Z",
    to: "2026-12-01T00:00:00.000Z",
    plan: "standard",
    price: { fee: eur(0), includedRequests: 10_000, perThousandRequests: eur(100) },
    requests,
    requestsBeyond: Math.max(0, requests - 10_000),
    amounts,
    forecast: {
      requests: expected.requests,
      requestsBeyond: expected.beyond,
      amounts: { ...amounts, total: eur(expected.total) },
    },
  };
}

it("says what a month will cost in a sentence", async () => {
  const bill = aBill(14_000, { requests: 22_300, beyond: 12_300, total: 1_230 });
  expect(forecastWords(bill)).toBe(
    "At this rate November will cost about €12.30: 22,300 requests, 12,300 of them beyond what is included.",
  );
  expect(usedWords(bill)).toBe("All 10,000 included requests are used, and 4,000 beyond them.");
  await speak("da");
  expect(forecastWords(bill).replaceAll("\u00a0", " ")).toBe(
    "Med dette tempo koster november omkring 12,30 €: 22.300 forespørgsler, hvoraf 12.300 ud over de inkluderede.",
  );
});

it("says so when everything will be included, and when there was nothing yet", () => {
  expect(usedWords(aBill(10, { requests: 15, beyond: 0, total: 0 }))).toBe(
    "10 of 10,000 included requests are used.",
  );
  expect(forecastWords(aBill(10, { requests: 15, beyond: 0, total: 0 }))).toBe(
    "At this rate November will cost €0.00: about 15 requests, all of them included.",
  );
  expect(forecastWords(aBill(0, { requests: 0, beyond: 0, total: 0 }))).toBe(
    "No live request has come in November yet. As it stands, the month costs €0.00.",
  );
});
