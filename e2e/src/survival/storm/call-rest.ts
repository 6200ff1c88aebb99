import type { Surroundings } from "./surroundings.ts";

interface Call {
  readonly method: "POST" | "PATCH";
  readonly path: string;
  readonly body?: object;
}

/** Calls the bearer API; rejects with fetch's own error when the connection breaks, with another one when refused. */
export async function callRest<T>(
  { server, token }: Pick<Surroundings, "server" | "token">,
  { method, path, body }: Call,
): Promise<T> {
  const answer = await fetch(server.url(path), {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as T;
}
