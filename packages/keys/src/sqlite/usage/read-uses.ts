import type { Use } from "../../usage/usage.ts";

/** What a row of the journal says. */
export interface ReadUses {
  readonly uses: readonly Use[];
  /** What of it is no use, as JSON where it is JSON. `null`: nothing. */
  readonly unread: string | null;
}

/** Reads what was journalled, by whatever version. A use that is damaged holds up none of its neighbours. */
export function readUses(text: string): ReadUses {
  const found = parsed(text);
  if (!Array.isArray(found)) return { uses: [], unread: text };
  const uses = found.filter(isUse);
  const isWhole = uses.length === found.length;
  return { uses, unread: isWhole ? null : JSON.stringify(found.filter((one) => !isUse(one))) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const texts = [
  "publicKeyId",
  "organizationId",
  "environment",
  "keyId",
  "address",
  "method",
  "route",
  "cause",
] as const;
const numbers = ["at", "requests", "status"] as const;
const flags = ["refused", "retiring"] as const;
/** Of what a date can be. */
const lastTime = 8.64e15;

/** Whether all of it is there, so that it can be added up and written. */
function isUse(value: unknown): value is Use {
  if (!isRecord(value)) return false;
  return (
    texts.every((name) => typeof value[name] === "string") &&
    numbers.every((name) => typeof value[name] === "number") &&
    flags.every((name) => typeof value[name] === "boolean") &&
    (value["userAgent"] === null || typeof value["userAgent"] === "string") &&
    Math.abs(Number(value["at"])) <= lastTime
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
