import type { Act, MemberActor } from "../actor.ts";
import { registerApp, type AppRequest, type AppWithSecret } from "../apps/register-app.ts";
import type { AppDesk } from "../apps/app-desk.ts";
import { decideOnApp } from "../apps/decide-on-app.ts";
import { offerApp } from "../apps/offer-app.ts";
import { anOperator, type TestDesk, type Worker } from "./desk.ts";

let registered = 0;

/** A confidential app with a name of its own, which only its owner may connect. */
export function anApp(
  desk: AppDesk,
  act: Act<MemberActor>,
  request: Partial<AppRequest> = {},
): Promise<AppWithSecret> {
  registered += 1;
  return registerApp(desk, act, {
    name: `App ${registered}`,
    description: null,
    homepage: null,
    logo: null,
    type: "confidential",
    redirectUris: ["https://app.example.com/cb"],
    scopes: ["products:read", "products:write", "keys:read"],
    ...request,
  });
}

/** The same, which every organization may connect. */
export async function anApprovedApp(desk: TestDesk, owner: Worker, request: Partial<AppRequest> = {}) {
  const { app, secret } = await anApp(desk, owner.act, request);
  await offerApp(desk, owner.act, app.id);
  const decision = { appId: app.id, decision: "approved" } as const;
  return { app: await decideOnApp(desk, anOperator(desk, owner), decision), secret };
}
