import { edit, endOverlap, exposeToken, issue, revoke, rotate, type Act } from "@katkey/keys";
import type { Installation } from "./installation.ts";
import type { KeyEvent, KeyStory, Rotating } from "./key-story.ts";
import { actOf, called, keyActOf, type KeyRun, type Stage } from "./stage.ts";

/** Tells the timeline the life of each key. */
export function tellKeys(stage: Stage): void {
  const { timeline, story } = stage;
  const { now } = timeline;
  for (const key of story.keys) {
    timeline.at(key.issued(now), async (at) => {
      const run = await issued(stage, key, at);
      stage.keys.set(key.name, run);
      for (const event of key.later ?? []) {
        timeline.at(event.at(now), (at) => play(stage, { run, event, at }));
      }
    });
  }
}

async function issued(stage: Stage, story: KeyStory, at: number): Promise<KeyRun> {
  const { installation, timeline } = stage;
  const { name, note = null, environment = "live", scopes, addresses, by } = story;
  const expiresAt = story.expires?.(timeline.now) ?? null;
  const act: Act = typeof by === "string" ? actOf(stage, by, at) : keyActOf(stage, by.key, at);
  const { key, token } = await issue(installation.desk, act, {
    name,
    note,
    environment,
    expiresAt,
    ...(scopes && { scopes }),
    ...(addresses && { addresses }),
  });
  const [{ publicKeyId }] = key.secrets;
  const secret = { publicKeyId, token, followed: at, share: 1, replacedAt: null, endsAt: Infinity };
  return { story, key, secrets: [secret], endsAt: expiresAt ?? Infinity };
}

interface Played {
  readonly run: KeyRun;
  readonly event: KeyEvent;
  readonly at: number;
}

async function play(stage: Stage, { run, event, at }: Played): Promise<void> {
  const { installation, timeline } = stage;
  const { desk } = installation;
  const { id: keyId } = run.key;
  if ("expose" in event) return expose(installation, run, { ...event.expose, at });
  const act = actOf(stage, event.by, at);
  if ("rotate" in event) return rotated(act, { desk, run, event, now: timeline.now });
  if ("handOver" in event) {
    await edit(desk, act, { keyId, responsibleMemberId: called(stage.actors, event.handOver).memberId });
  }
  if ("edit" in event) await edit(desk, act, { keyId, ...event.edit });
  if ("endOverlap" in event) {
    await endOverlap(desk, act, keyId);
    for (const secret of run.secrets.slice(0, -1)) secret.endsAt = Math.min(secret.endsAt, at);
  }
  if ("revoke" in event) {
    await revoke(desk, act, { keyId, ...event.revoke });
    run.endsAt = at;
  }
}

interface Rotated {
  readonly desk: Installation["desk"];
  readonly run: KeyRun;
  readonly event: Rotating;
  readonly now: number;
}

async function rotated(act: Act, { desk, run, event, now }: Rotated): Promise<void> {
  const { overlapHours, followed, share = 1 } = event.rotate;
  const overlapSeconds = overlapHours * 60 * 60;
  const { key, token } = await rotate(desk, act, { keyId: run.key.id, overlapSeconds });
  const replaced = run.secrets.at(-1);
  if (replaced) Object.assign(replaced, { replacedAt: act.now, endsAt: act.now + overlapSeconds * 1_000 });
  const [{ publicKeyId }] = key.secrets;
  run.secrets.push({
    publicKeyId,
    token,
    followed: followed(now),
    share,
    replacedAt: null,
    endsAt: Infinity,
  });
}

type Exposure = Parameters<typeof exposeToken>[2]["exposure"];

async function expose(
  { desk, newRequestId }: Installation,
  { secrets }: KeyRun,
  exposure: Exposure,
): Promise<void> {
  const sighting = { exposure, brand: desk.brand, requestId: newRequestId() };
  await exposeToken(desk.store, secrets.at(-1)?.token ?? "", sighting);
}
