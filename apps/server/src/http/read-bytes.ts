import type { IncomingMessage } from "node:http";
import { Problem } from "./problem.ts";

const mostBytes = 100 * 1024;
/** How much more of a body that is too large is still read, so that its sender hears the answer and keeps the connection. */
const mostDiscarded = 9 * mostBytes;

/**
 * The whole body, of at most so many bytes.
 * @throws Problem `body_too_large`, or `malformed_request` when the client hangs up before its end
 */
export async function readBytes(request: IncomingMessage, most = mostBytes): Promise<Buffer> {
  return bytesThere(request, most) ?? bytesToCome(request, most);
}

/** Of a body that came with its head, as nearly all do: to wait for its events costs more than what is done with it. */
function bytesThere(request: IncomingMessage, most: number): Buffer | null {
  if (!request.complete || request.readableLength > most) return null;
  const bytes: unknown = request.read();
  return Buffer.isBuffer(bytes) ? bytes : null;
}

function bytesToCome(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const isCutShort = () => !request.complete;

    function onData(chunk: Buffer): void {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
      if (size > most + mostDiscarded)
        settle(new Problem("body_too_large", { headers: { Connection: "close" } }));
    }

    function onEnd(): void {
      settle(size > most ? new Problem("body_too_large") : null);
    }

    function onFailure(cause?: unknown): void {
      const detail = "The body ended before its time.";
      settle(isCutShort() ? new Problem("malformed_request", { detail, cause }) : cause);
    }

    function settle(refusal: unknown): void {
      request.off("data", onData).off("end", onEnd).off("error", onFailure).off("close", onFailure);
      // Left open on a refusal, so that the answer can still be written.
      if (refusal === null) return resolve(onlyOf(chunks));
      request.pause();
      reject(refusal);
    }

    request.on("data", onData).on("end", onEnd).on("error", onFailure).on("close", onFailure);
  });
}

function onlyOf(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}
