import { z } from "zod";
import { Problem } from "../http/problem.ts";

/** A token that GitHub has found. */
export interface Match {
  readonly token: string;
  /** As which it was found: the name of a pattern. */
  readonly type: string;
  /** In what, such as `commit`; empty when nobody says. */
  readonly source: string;
  readonly url: string | null;
}

/** Lenient but for the token: what GitHub adds or leaves out some day must not keep a leak from being handled. */
const match = z.object({
  token: z.string().max(10_000),
  type: z.string().max(1_000).catch(""),
  source: z.string().max(1_000).catch(""),
  url: z.string().max(100_000).nullable().catch(null),
});

/** @throws Problem `malformed_json` when it is no list of matches */
export function matchesIn(body: Buffer): readonly Match[] {
  const parsed = z.array(match).safeParse(jsonIn(body));
  if (!parsed.success) throw new Problem("malformed_json", { detail: "The body is no list of matches." });
  return parsed.data;
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw new Problem("malformed_json", { detail: "The body is not valid JSON.", cause });
  }
}
