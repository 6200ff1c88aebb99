import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What somebody's API got. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, in hexadecimal digits. */
  readonly body: string;
}

/** Somebody's API, that says what it got. */
export async function anApi() {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const hash = createHash("sha256");
    for await (const chunk of request) hash.update(chunk as Buffer);
    const { method = "", url = "", rawHeaders } = request;
    // As they were written: Node itself makes no difference between some of them.
    const headers: Record<string, string> = {};
    for (let index = 0; index < rawHeaders.length; index += 2) {
      headers[(rawHeaders[index] ?? "").toLowerCase()] = rawHeaders[index + 1] ?? "";
    }
    received.push({ method, url, headers, body: hash.digest("hex") });
    response.end("served");
  });
  return { ...(await listening(server)), received };
}

/** Something in Katkey's place, that lets everybody in and says nothing about them. */
export function aSilentKatkey() {
  return listening(createServer((_request, response) => response.end()));
}

async function listening(server: Server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

export interface Asking {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
  readonly chunked?: boolean;
  /** The client's, of 127.0.0.0/8. */
  readonly from?: string;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A client of the API: sends the path exactly as it is written. */
export async function ask(port: number, path: string, asking: Asking = {}): Promise<Got> {
  const { method = "GET", token, headers = {}, body, chunked = false, from = "127.0.0.2" } = asking;
  const request = httpRequest({
    host: "127.0.0.1",
    port,
    path,
    method,
    localAddress: from,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && !chunked && { "Content-Length": String(Buffer.byteLength(body)) }),
      ...headers,
    },
  });
  request.end(body);
  const [response] = await once(request, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: Buffer.concat(chunks).toString(),
  };
}
