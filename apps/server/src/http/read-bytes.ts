import type { IncomingMessage } from "node:http";
import { Problem } from "./problem.ts";

const mostBytes = 100 * 1024;
/** How much of a body that is too large is still read, so that its sender hears the answer and keeps the connection. */
const mostDiscarded = 10 * mostBytes;

/** The whole body. @throws Problem `body_too_large`, or `malformed_request` when the client hangs up before its end */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > mostDiscarded) throw new Problem("body_too_large", { headers: { Connection: "close" } });
  }
  if (size > mostBytes) throw new Problem("body_too_large");
  return Buffer.concat(chunks);
}

async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    // Left open on a refusal, so that the answer can still be written.
    yield* request.iterator({ destroyOnReturn: false });
  } catch (cause) {
    if (request.complete) throw cause;
    throw new Problem("malformed_request", { detail: "The body ended before its time.", cause });
  }
}
