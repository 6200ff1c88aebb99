import { changeRequestLimit } from "../organizations/change-request-limit.ts";
import { changeRole } from "../organizations/change-role.ts";
import { KeyError } from "../errors.ts";
import { issue } from "../keys/issue.ts";
import { release } from "../keys/release.ts";
import { revoke } from "../keys/revoke.ts";
import { rotate } from "../keys/rotate.ts";
import type { Act, MemberActor, OperatorActor } from "../actor.ts";
import type { AppId, GrantId, KeyId, MemberId, ServiceTokenId } from "../id.ts";
import { decideOnApp } from "../apps/decide-on-app.ts";
import { disableApp } from "../apps/disable-app.ts";
import { editApp } from "../apps/edit-app.ts";
import { rotateAppSecret } from "../apps/rotate-app-secret.ts";
import { connectApp } from "../grants/connect-app.ts";
import { disconnectApp } from "../grants/disconnect-app.ts";
import { removeMember } from "../organizations/remove-member.ts";
import { registerApp } from "../apps/register-app.ts";
import { issueServiceToken } from "../service-tokens/issue-service-token.ts";
import { revokeServiceToken } from "../service-tokens/revoke-service-token.ts";
import { rotateServiceToken } from "../service-tokens/rotate-service-token.ts";
import { openDesk } from "./desk.ts";
import { leak } from "./leak.ts";
import { outcomeOf } from "./outcome.ts";

/** What one process is told to do, all at once. */
export interface RaceOrder {
  readonly path: string;
  readonly act: Act<MemberActor>;
  /** For what is the operator's to do. */
  readonly operator?: Act<OperatorActor>;
  readonly verb:
    | "issue"
    | "rotate"
    | "revoke"
    | "reportLeak"
    | "release"
    | "demote"
    | "limit"
    | "issueService"
    | "rotateService"
    | "revokeService"
    | "registerApp"
    | "editApp"
    | "rotateApp"
    | "disableApp"
    | "refuseApp"
    | "connect"
    | "disconnect"
    | "remove";
  readonly keyId?: KeyId;
  readonly token?: string;
  readonly memberId?: MemberId;
  readonly serviceTokenId?: ServiceTokenId;
  readonly appId?: AppId;
  readonly grantId?: GrantId;
  readonly times: number;
}

// A process of its own on the same file: waits for an order, answers with the outcomes.
process.on("message", async (order: RaceOrder) => {
  const desk = openDesk(order.path);
  if (order.operator) desk.operators.add(order.operator.actor.userId);
  const { act, keyId = "key_none", memberId = "mem_none", serviceTokenId: id = "svt_none" } = order;
  const { appId = "app_none", grantId = "grt_none" } = order;
  const operator = () => {
    if (!order.operator) throw new Error("no operator");
    return order.operator;
  };
  const verbs = {
    issue: (i: number) =>
      issue(desk, act, {
        name: `${process.pid} ${i} ${Math.random()}`,
        note: null,
        environment: "live",
        addresses: [],
        expiresAt: null,
      }),
    rotate: () => rotate(desk, act, { keyId, overlapSeconds: 60 }),
    revoke: () => revoke(desk, act, { keyId, reason: "unused", text: null }),
    reportLeak: async () => {
      const outcome = await leak(desk, order.token ?? "", act.now);
      if (outcome === "handled" || outcome === "ended") throw new KeyError("key_changed", outcome);
    },
    release: () => release(desk, act, keyId),
    limit: (i: number) => changeRequestLimit(desk, operator(), process.pid * 100 + i),
    issueService: (i: number) =>
      issueServiceToken(desk, operator(), {
        name: `${process.pid} ${i} ${Math.random()}`,
        organizations: null,
        expiresAt: null,
      }),
    rotateService: () => rotateServiceToken(desk, operator(), { id, overlapSeconds: 60 }),
    revokeService: () => revokeServiceToken(desk, operator(), id),
    registerApp: (i: number) =>
      registerApp(desk, act, {
        name: `${process.pid} ${i}`,
        description: null,
        homepage: null,
        logo: null,
        type: "public",
        redirectUris: ["https://app.example.com/cb"],
        scopes: [],
      }),
    editApp: (i: number) =>
      editApp(desk, act, { appId, patch: { name: `${process.pid} ${i}` }, revision: 0 }),
    rotateApp: () => rotateAppSecret(desk, act, { appId, overlapSeconds: 60 }),
    disableApp: () => disableApp(desk, act, appId),
    refuseApp: () => decideOnApp(desk, operator(), { appId, decision: "refused" }),
    connect: (i: number) =>
      connectApp(desk, act, { appId, scopes: [i % 2 === 0 ? "products:read" : "keys:read"] }),
    disconnect: () => disconnectApp(desk, act, grantId),
    remove: () => removeMember(desk, act, { memberId, label: "them", settlements: [] }),
    demote: () => changeRole(desk, act, { memberId, role: "member", label: "them" }),
  };
  const attempts = Array.from({ length: order.times }, (_, i) => outcomeOf(verbs[order.verb](i)));
  const outcomes = await Promise.all(attempts);
  desk.close();
  process.send?.(outcomes);
});
