import type { AppRouter } from "@katkey/server/router";
import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from "@trpc/client";
import type { RunningServer } from "./server.ts";

export const operator = { email: "olivia@example.com", password: "correct-horse-battery" } as const;

/** For a start that nobody watches: the operator comes from the environment. */
export const unattended = {
  KATKEY_ADMIN_EMAIL: operator.email,
  KATKEY_ADMIN_PASSWORD: operator.password,
} as const;

/** The dashboard's API as a signed-in browser uses it. */
export type Dashboard = TRPCClient<AppRouter>;

export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

/** Signs in: the session cookie, for a browser or for `dashboardOf`. */
export async function signIn(server: RunningServer, person = operator): Promise<SessionCookie> {
  const answer = await fetch(server.url("/auth/sign-in/email"), {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.origin },
    body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const [pair = ""] = answer.headers.getSetCookie().map((header) => header.split(";")[0]);
  const [name = "", value = ""] = pair.split("=");
  return { name, value, url: server.origin };
}

export function dashboardOf(server: RunningServer, cookie: SessionCookie): Dashboard {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: server.url("/trpc"),
        methodOverride: "POST",
        headers: { origin: server.origin, cookie: `${cookie.name}=${cookie.value}` },
      }),
    ],
  });
}

export const openDashboard = async (server: RunningServer): Promise<Dashboard> =>
  dashboardOf(server, await signIn(server));

/** True for a connection that broke; false for a refusal, which is an answer. */
export function isBrokenConnection(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data === undefined;
}

export const getUser = (server: RunningServer, token: string): Promise<Response> =>
  fetch(server.url("/api/user"), { headers: { authorization: `Bearer ${token}` } });
