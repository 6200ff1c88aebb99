import type { Config } from "@katkey/server/config";

/** What the server says of itself; `null`: nobody answers where it should. */
export async function askServer({ host, port }: Config) {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const url = `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000), redirect: "error" });
    return { url, ready: answer.ok, ...saidIn(await answer.json()) };
  } catch {
    return { url, ready: false, says: null, troubles: new Set<unknown>() };
  }
}

function saidIn(body: unknown) {
  const said = new Map<string, unknown>(
    typeof body === "object" && body !== null ? Object.entries(body) : [],
  );
  const [status, troubles] = [said.get("status"), said.get("troubles")];
  return {
    says: typeof status === "string" ? status : "nothing that is known",
    troubles: new Set<unknown>(Array.isArray(troubles) ? troubles : []),
  };
}
