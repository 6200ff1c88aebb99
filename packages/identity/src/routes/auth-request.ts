import type { IncomingMessage } from "node:http";
import { AuthRefusal } from "./auth-refusal.ts";

const mostBytes = 8192;

/** What a page of this origin sent as JSON. Everything else is refused before it is read. */
export async function readJson(
  request: IncomingMessage,
  origin: string,
): Promise<Readonly<Record<string, unknown>>> {
  // Every browser names the origin of a POST. Without this check a page elsewhere could sign
  // its visitor out, or in to an account of its own.
  if (request.headers.origin !== origin) {
    throw new AuthRefusal("origin_not_allowed", `This route answers pages of ${origin} only.`);
  }
  // A form cannot send this media type, and a script elsewhere not without a preflight.
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers["content-type"] ?? "")) {
    throw new AuthRefusal("json_required", "The body has to be application/json.");
  }
  return parseObject(await readText(request));
}

/** The string under `name`. */
export function stringIn(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  if (typeof value !== "string") throw new AuthRefusal("invalid_request", `"${name}" has to be a string.`);
  return value;
}

/** The object under `name`. */
export function objectIn(body: Readonly<Record<string, unknown>>, name: string): object {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  if (!isRecord(value)) throw new AuthRefusal("invalid_request", `"${name}" has to be an object.`);
  return value;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Left open on a refusal, so that the answer can still be written.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new AuthRefusal("body_too_large", `The body has at most ${mostBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    if (isRecord(body)) return body;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new AuthRefusal("invalid_request", "The body has to be a JSON object.");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
