import {
  connectApp,
  decideOnApp,
  endGrant,
  offerApp,
  registerApp,
  rotateAppSecret,
  type Act,
  type AppDesk,
  type AppId,
  type MemberActor,
} from "@katkey/keys";
import type { Installation } from "./installation.ts";
import { actOf, called, type Stage } from "./stage.ts";
import type { Timeline } from "./timeline.ts";
import { dayMs, onDay } from "./when.ts";

interface Telling {
  readonly timeline: Timeline;
  /** In the order in which they were founded: the first connects the second's app. */
  readonly stages: readonly Stage[];
}

/** One app that its owner offers to everybody and others connect, and one that waits for the operator. */
export function tellPartnerApps(installation: Installation, telling: Telling): void {
  const { desk } = installation;
  const ids = new Map<string, AppId>();
  tellStockSync({ ...telling, desk, ids });
  tellShowroom({ ...telling, desk, ids });
}

interface Scenes extends Telling {
  readonly desk: AppDesk;
  /** Of the apps that were registered, by their names. */
  readonly ids: Map<string, AppId>;
}

function tellStockSync(scenes: Scenes): void {
  const { timeline, desk, ids, stages } = scenes;
  const { now } = timeline;
  const { name } = stockSync;
  const nordlys = () => place(stages, 0);
  const kestrel = () => place(stages, 1);
  timeline.at(onDay(48, "10:10")(now), (at) => register(scenes, actOf(kestrel(), "grace", at), stockSync));
  timeline.at(onDay(47, "15:30")(now), (at) =>
    offerApp(desk, actOf(kestrel(), "grace", at), called(ids, name)),
  );
  timeline.at(onDay(46, "08:45")(now), (at) => {
    const { actor, ...act } = actOf(kestrel(), "freja", at);
    const operator = { type: "operator", userId: actor.userId, email: actor.email } as const;
    return decideOnApp(desk, { ...act, actor: operator }, { appId: called(ids, name), decision: "approved" });
  });
  timeline.at(onDay(30, "09:20")(now), (at) => {
    const scopes = ["products:read", "products:write", "billing:read"] as const;
    return connectApp(desk, actOf(nordlys(), "sofie", at), { appId: called(ids, name), scopes });
  });
  timeline.at(onDay(11, "11:05")(now), (at) => {
    const scopes = ["products:read"] as const;
    return connectApp(desk, actOf(nordlys(), "anders", at), { appId: called(ids, name), scopes });
  });
  timeline.at(onDay(4, "13:50")(now), (at) => {
    const overlapSeconds = (7 * dayMs) / 1_000;
    return rotateAppSecret(desk, actOf(kestrel(), "grace", at), { appId: called(ids, name), overlapSeconds });
  });
}

function tellShowroom(scenes: Scenes): void {
  const { timeline, desk, ids, stages } = scenes;
  const { now } = timeline;
  const { name, scopes } = showroom;
  const freja = (at: number) => actOf(place(stages, 0), "freja", at);
  const connect = (at: number) => connectApp(desk, freja(at), { appId: called(ids, name), scopes });
  timeline.at(onDay(19, "12:15")(now), (at) => register(scenes, freja(at), showroom));
  timeline.at(onDay(19, "12:40")(now), async (begun) => {
    const { id: grantId } = await connect(begun);
    timeline.at(onDay(8, "16:25")(now), (at) => endGrant(desk, { grantId, cause: "reused", now: at }));
  });
  timeline.at(onDay(8, "16:40")(now), connect);
  timeline.at(onDay(3, "08:55")(now), (at) => offerApp(desk, freja(at), called(ids, name)));
}

async function register({ desk, ids }: Scenes, act: Act<MemberActor>, told: AppTold): Promise<void> {
  const { app } = await registerApp(desk, act, { ...told, logo: null });
  ids.set(app.name, app.id);
}

type AppTold = Omit<Parameters<typeof registerApp>[2], "logo">;

const stockSync: AppTold = {
  name: "Kestrel Stock Sync",
  description: "Keeps the stock of a shop and of its warehouses the same.",
  homepage: "https://stock.kestrel.example/",
  type: "confidential",
  redirectUris: ["https://stock.kestrel.example/connected"],
  scopes: ["products:read", "products:write", "usage:read", "billing:read"],
};

const showroom: AppTold = {
  name: "Nordlys Showroom",
  description: "The catalog on the tablets of a showroom.",
  homepage: null,
  type: "public",
  redirectUris: ["example.nordlys.showroom:/connected", "http://127.0.0.1/connected"],
  scopes: ["products:read", "usage:read"],
};

function place(stages: readonly Stage[], index: number): Stage {
  const stage = stages[index];
  if (stage === undefined) throw new Error("The story has no such organization at this time.");
  return stage;
}
