import { Fault } from "./fault.ts";

/** A listing is some kilobytes. */
const mostBytes = 1_000_000;

/** As `fetch`, but the answer ends in an error before it fills the memory. */
export async function boundedFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  const { status, statusText, headers } = response;
  return new Response(response.body?.pipeThrough(bounded()) ?? null, { status, statusText, headers });
}

function bounded(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) controller.error(new Fault("its answer is too long"));
      else controller.enqueue(chunk);
    },
  });
}
