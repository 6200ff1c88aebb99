import type { AppRouter } from "@katkey/server/router";
import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from "@trpc/client";
import type { RunningServer } from "./server.ts";

export interface Person {
  readonly email: string;
  readonly password: string;
}

export const operator: Person = { email: "olivia@example.com", password: "correct-horse-battery" };

/** For a start that nobody watches: the operator comes from the environment. */
export const unattended = {
  KATKEY_ADMIN_EMAIL: operator.email,
  KATKEY_ADMIN_PASSWORD: operator.password,
};

/** The dashboard's API as a signed-in browser uses it. */
export type Dashboard = TRPCClient<AppRouter>;

/** Where it is reached is all that a client knows of a server. */
type Address = Pick<RunningServer, "origin" | "url">;

export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

/** Signs in: the session cookie, for a browser or for `dashboardOf`. */
export async function signIn(server: Address, person: Person = operator): Promise<SessionCookie> {
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

export function dashboardOf(server: Address, cookie: SessionCookie): Dashboard {
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

export const openDashboard = async (server: Address): Promise<Dashboard> =>
  dashboardOf(server, await signIn(server));

type Invitation = Parameters<Dashboard["invitations"]["create"]["mutate"]>[0];

/** Makes an account through an invitation, as its link would. */
export async function addMember(
  dashboard: Dashboard,
  { name, ...invited }: Invitation & { readonly name: string },
): Promise<Person> {
  const { link } = await dashboard.invitations.create.mutate(invited);
  const password = "violet-umbrella-77";
  await dashboard.invitations.join.mutate({ token: new URL(link).hash.slice(1), name, password });
  return { email: invited.email, password };
}

/** True for a connection that broke; false for a refusal, which is an answer. */
export function isBrokenConnection(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data === undefined;
}

export const getUser = (server: Address, token: string): Promise<Response> =>
  fetch(server.url("/api/user"), { headers: { authorization: `Bearer ${token}` } });
