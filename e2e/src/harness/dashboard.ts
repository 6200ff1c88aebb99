import type { RunningServer } from "./server.ts";

export const operator = { email: "olivia@example.com", password: "correct-horse-battery" } as const;

/** For a start that nobody watches: the operator comes from the environment. */
export const unattended = {
  KATKEY_ADMIN_EMAIL: operator.email,
  KATKEY_ADMIN_PASSWORD: operator.password,
} as const;

/** A refused call of the dashboard's API. */
export class Refused extends Error {
  readonly reason: string | null;
  readonly status: number;

  constructor(status: number, reason: string | null, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

/** The dashboard's API as a signed-in browser uses it. */
export interface Dashboard {
  call(procedure: string, input?: unknown): Promise<any>;
}

/** Signs in and answers with the dashboard's API. */
export async function signIn(server: RunningServer, person = operator): Promise<Dashboard> {
  const json = { "content-type": "application/json", origin: server.origin };
  const answer = await fetch(server.url("/auth/sign-in/email"), {
    method: "POST",
    headers: json,
    body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((header) => header.split(";")[0])
    .join("; ");

  return {
    async call(procedure, input = {}) {
      const response = await fetch(server.url(`/trpc/${procedure}`), {
        method: "POST",
        headers: { ...json, cookie },
        body: JSON.stringify(input),
      });
      const body = await response.json();
      if (response.ok) return body.result.data;
      throw new Refused(response.status, body.error.data.reason, body.error.message);
    },
  };
}

/** A new organization of the operator's, on the plan without a cap where one is named. */
export async function anOrganization(dashboard: Dashboard, name = "Acme"): Promise<string> {
  return (await dashboard.call("organizations.create", { name })).id;
}

export const getUser = (server: RunningServer, token: string): Promise<Response> =>
  fetch(server.url("/api/user"), { headers: { authorization: `Bearer ${token}` } });
