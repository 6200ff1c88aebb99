import type { IncomingMessage } from "node:http";
import { Problem } from "../../http/problem.ts";

const json = "application/json";

/** What a PATCH's body is (RFC 7396), and may be called. */
const mergePatch = "application/merge-patch+json";

const form = /^([\w.+/-]+)\s*(?:;\s*charset\s*=\s*(?:utf-8|"utf-8")\s*)?$/i;

/** The answer's header in which each method is told: RFC 5789, 2.2 has one of its own. */
const headerOf: Readonly<Record<string, string>> = { PATCH: "Accept-Patch", POST: "Accept-Post" };

/** @throws Problem `unsupported_media_type`, with the header that names what is read here */
export function assertMediaType({ method = "", headers }: IncomingMessage): void {
  const coding = headers["content-encoding"] ?? "identity";
  if (coding.toLowerCase() !== "identity") throw unsupported({ "Accept-Encoding": "identity" });
  const accepted = mediaTypesOf(method);
  const type = form.exec(headers["content-type"] ?? "")?.[1] ?? "";
  if (accepted.includes(type.toLowerCase())) return;
  throw unsupported({ [headerOf[method] ?? "Accept"]: accepted.join(", ") });
}

/** What a body of this method may call itself. */
export function mediaTypesOf(method: string): readonly string[] {
  return method === "PATCH" ? [json, mergePatch] : [json];
}

function unsupported(headers: Readonly<Record<string, string>>): Problem {
  return new Problem("unsupported_media_type", { headers });
}
