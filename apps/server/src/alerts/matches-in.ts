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

/**
 * Each as it is asked for, because to look at ten thousand at once holds everybody up. What has no token is left out.
 * @throws Problem `malformed_json` when it is no list
 */
export function matchesIn(body: Buffer): Iterable<Match> {
  const listed = jsonIn(body);
  if (!Array.isArray(listed)) throw new Problem("malformed_json", { detail: "The body is no list." });
  return read(listed);
}

function* read(listed: readonly unknown[]): Iterable<Match> {
  for (const one of listed) {
    const { data } = match.safeParse(one);
    if (data !== undefined) yield data;
  }
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw new Problem("malformed_json", { detail: "The body is not valid JSON.", cause });
  }
}
