import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What the endpoint does with one request. */
export type Turn = (response: ServerResponse, request: IncomingMessage) => void;

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: ReturnType<JSON["parse"]>;
}

/** A server that speaks the protocol, or does not: each request gets the next turn, and the last for ever. */
export async function aChatEndpoint(...turns: readonly Turn[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ path: request.url ?? "", headers: request.headers, body: JSON.parse(body) });
    (turns[received.length - 1] ?? turns.at(-1))?.(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, received, close };
}

export const goodText = {
  title: "Desk Nora in walnut",
  description: "A desk made of walnut.\n\nIt weighs 31 kg.",
  bullets: ["Material: walnut", "Weight: 31 kg", "Dimensions: 214 x 97 cm"],
};

/** A chat completion whose message is this. */
export function completion(message: object, finish = "stop"): string {
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_795_000_000,
    model: "served-model",
    choices: [{ index: 0, finish_reason: finish, message: { role: "assistant", ...message } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}

export function json(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Turn {
  return (response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

/** Answers with a message of this content. */
export function saying(content: unknown, finish?: string): Turn {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return json(200, completion({ content: text, refusal: null }, finish));
}

/** Answers as OpenAI does when something is wrong, the key and the address included. */
export function failing(status: number, headers: Readonly<Record<string, string>> = {}): Turn {
  const message = `Incorrect API key provided: ${secretKey}. Ask http://127.0.0.1/v1.`;
  return json(
    status,
    JSON.stringify({ error: { message, type: "error", code: secretKey, param: null } }),
    headers,
  );
}

export const secretKey = "sk-topsecret0123456789";
