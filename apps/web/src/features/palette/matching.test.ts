import { expect, it } from "vitest";
import { matching } from "./matching.ts";

const commands = [
  { label: "Audit log", keywords: "history" },
  { label: "API keys", keywords: "tokens secrets" },
  { label: "Issue an API key", keywords: "new create" },
  { label: "Théâtre Log", keywords: "switch organization" },
];
const found = (query: string) => matching(commands, query).map(({ label }) => label);

it("finds by the beginning of any word, the name before other words for it", () => {
  expect(found("key")).toEqual(["API keys", "Issue an API key"]);
  expect(found("log")).toEqual(["Audit log", "Théâtre Log"]);
  expect(found("aud")).toEqual(["Audit log"]);
  expect(found("new")).toEqual(["Issue an API key"]);
});

it("wants every word, whatever their order, case and accents", () => {
  expect(found("KEY  issue")).toEqual(["Issue an API key"]);
  expect(found("theatre")).toEqual(["Théâtre Log"]);
  expect(found("key nowhere")).toEqual([]);
});

it("leaves everything as it is for an empty query", () => {
  expect(found("  ")).toEqual(commands.map(({ label }) => label));
});
