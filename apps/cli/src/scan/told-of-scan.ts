import type { Answer } from "../command/command.ts";
import type { Find } from "./find.ts";
import type { Finds } from "./finds.ts";
import type { Scanned } from "./scan-places.ts";

/** What was found, a line each, and how much was looked at. */
export function toldOfScan(finds: Finds, { files, bytes, unread }: Scanned): Answer {
  const { tokens, alarming, listed } = finds;
  const well = alarming === 0 && unread.length === 0;
  const faults = unread.map(({ path, fault }) => `${readable(path)}: could not be read (${fault})`);
  return {
    json: { well, files, bytes, tokens, live: alarming, found: listed, unread },
    lines: listed.map(lineOf),
    notes: [...faults, `Looked at ${amountOf({ files, bytes })}: ${verdictOn(finds)}`],
    well,
  };
}

function verdictOn({ tokens, alarming, listed }: Finds): string {
  if (tokens === 0) return "no token.";
  const many = tokens === 1 ? "1 token" : `${tokens.toLocaleString("en")} tokens`;
  const left = tokens - listed.length;
  const rest = left === 0 ? "" : `; ${left.toLocaleString("en")} are not listed`;
  return `${many}, ${alarming.toLocaleString("en")} of them live or perhaps so${rest}.`;
}

export function amountOf({ files, bytes }: Pick<Scanned, "files" | "bytes">): string {
  const megabytes = (bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 });
  return `${files.toLocaleString("en")} ${files === 1 ? "file" : "files"}, ${megabytes} MB`;
}

function lineOf(find: Find): string {
  const { path, line, column, maskedToken, state, outcome } = find;
  const done = outcome === null ? "" : `; ${words[outcome]}`;
  return `${readable(path)}:${line}:${column}  ${maskedToken}  ${states[state]}${whoseOf(find)}${done}`;
}

function whoseOf({ kind, key, organization }: Find): string {
  if (kind === "svc") return ", a service token";
  if (key === null || organization === null) return "";
  return `, ${readable(key.name)} (${key.id}) of ${readable(organization.name)} (${organization.id})`;
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

/** A name may hold what a terminal would obey. */
function readable(text: string): string {
  return text.replaceAll(/\p{C}/gu, "�");
}
