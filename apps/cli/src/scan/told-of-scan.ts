import type { Answer } from "../command/command.ts";
import { readableInLine } from "../command/readable.ts";
import { counted } from "../words/counted.ts";
import { sizeOf } from "../words/size.ts";
import type { Find } from "./find.ts";
import type { Finds } from "./finds.ts";
import type { Scanned } from "./scan-places.ts";

/** What was found, a line each, and how much was looked at. */
export function toldOfScan(finds: Finds, { files, bytes, unread }: Scanned): Answer {
  const { tokens, alarming, listed } = finds;
  const well = alarming === 0 && unread.length === 0;
  const faults = unread.map(({ path, fault }) => `${readableInLine(path)}: could not be read (${fault})`);
  return {
    json: { well, files, bytes, tokens, live: alarming, found: listed, unread },
    lines: listed.map(lineOf),
    notes: [...faults, `Looked at ${amountOf({ files, bytes })}: ${verdictOn(finds)}`],
    well,
  };
}

function verdictOn({ tokens, alarming, listed }: Finds): string {
  if (tokens === 0) return "no token.";
  const left = tokens - listed.length;
  const rest = left === 0 ? "" : `; ${left.toLocaleString("en")} ${left === 1 ? "is" : "are"} not listed`;
  return `${counted(tokens, "token")}, ${alarming.toLocaleString("en")} of them live or perhaps so${rest}.`;
}

export function amountOf({ files, bytes }: Pick<Scanned, "files" | "bytes">): string {
  return `${counted(files, "file")}, ${sizeOf(bytes)}`;
}

function lineOf(find: Find): string {
  const { path, line, column, maskedToken, state, outcome } = find;
  const done = outcome === null ? "" : `; ${words[outcome]}`;
  return `${readableInLine(path)}:${line}:${column}  ${maskedToken}  ${states[state]}${whoseOf(find)}${done}`;
}

function whoseOf({ kind, key, organization }: Find): string {
  if (kind === "svc") return ", a service token";
  if (key === null || organization === null) return "";
  return `, ${readableInLine(key.name)} (${key.id}) of ${readableInLine(organization.name)} (${organization.id})`;
}

const states = {
  live: "live",
  quarantined: "in quarantine",
  ended: "ended",
  unknown: "unknown here: another installation's",
  unchecked: "perhaps live: an app's, which is not looked up",
} as const satisfies Record<Find["state"], string>;

const words = {
  unknown: "unknown",
  ended: "ended by now",
  handled: "handled before",
  marked: "marked as exposed",
  quarantined: "put into quarantine",
  retired: "the old secret is ended",
  revoked: "revoked",
} as const satisfies Record<NonNullable<Find["outcome"]>, string>;
