import { randomUUID } from "node:crypto";
import type { RunningServer } from "../../harness/server.ts";
import type { Change } from "../storm/journal.ts";

/** A request as it was sent. The server says its id again in the answer, by which the trace tells when that left. */
export interface Sent {
  readonly requestId: string;
  /** What it changes; `null`: it only uses the key. */
  readonly change: Change | null;
}

const writers = 4;

/** Changes keys, and uses one, over the bearer API: so many requests, of four writers. Resolves to what was sent. */
export async function work(server: RunningServer, token: string, requests: number): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const send = async (change: Change | null, path: string, body?: object) => {
    const requestId = randomUUID();
    sent.push({ requestId, change });
    const answer = await fetch(server.url(path), {
      method: body === undefined ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "x-request-id": requestId,
        "content-type": "application/json",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  const write = async () => {
    while (sent.length < requests) {
      const name = `Power ${randomUUID()}`;
      const issued = await send({ action: "key.issued", subject: name }, "/v1/keys", {
        name,
        environment: "live",
      });
      const subject: string = issued.key.id;
      const at = `/v1/keys/${subject}`;
      await send(null, "/v1/user");
      await send({ action: "key.rotated", subject }, `${at}/rotate`, { overlapSeconds: 60 });
      await send(null, "/v1/user");
      await send({ action: "key.revoked", subject }, `${at}/revoke`, { reason: "unused" });
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return sent;
}
