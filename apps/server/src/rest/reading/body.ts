import type { IncomingMessage } from "node:http";
import { readBytes } from "../../http/read-bytes.ts";
import { assertMediaType } from "./media-type.ts";
import { parseBody } from "./parse-body.ts";

/** The JSON object that was sent; an empty one when there is no body. @throws Problem */
export async function readBody(request: IncomingMessage): Promise<object> {
  if (!hasBody(request)) return {};
  assertMediaType(request);
  const bytes = await readBytes(request);
  return bytes.length === 0 ? {} : parseBody(bytes);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
