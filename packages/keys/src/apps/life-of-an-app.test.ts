import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashToken } from "../admission/token-hash.ts";
import {
  aDesk,
  aMember,
  anApp,
  anApprovedApp,
  anOperator,
  anOrganization,
  noon,
  outcomeOf,
} from "../testing/index.ts";
import type { AppId } from "../id.ts";
import { blockApp } from "./block-app.ts";
import { decideOnApp } from "./decide-on-app.ts";
import { disableApp } from "./disable-app.ts";
import { editApp, type EditAppRequest } from "./edit-app.ts";
import { enableApp } from "./enable-app.ts";
import { endAppSecretOverlap } from "./end-app-secret-overlap.ts";
import { findApp, listApps, listOfferedApps } from "./list-apps.ts";
import { offerApp } from "./offer-app.ts";
import { thumbprintOf } from "./public-key.ts";
import { rotateAppSecret } from "./rotate-app-secret.ts";
import { unblockApp } from "./unblock-app.ts";
import { withdrawOffer } from "./withdraw-offer.ts";

/** The public half of a new key, as a set of one. */
function aKeySet() {
  return { keys: [{ ...generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" }) }] };
}

async function atWork() {
  const desk = aDesk({ own: ["orders:read"] });
  const owner = await anOrganization(desk);
  const { organizationId } = owner.act;
  const accepts = (id: AppId, secret: string | null, now = noon) =>
    desk.apps.isSecretOf(id, hashToken(secret ?? ""), now);
  const log = async () =>
    (await desk.audit.list(organizationId, { limit: 50 })).items.map(({ action }) => action);
  return { desk, owner, accepts, log };
}

describe("an app", () => {
  it("is its owner's alone at first, and its secret is shown once and kept as a hash and a hint", async () => {
    const { desk, owner, accepts } = await atWork();
    const { app, secret } = await anApp(desk, owner.act);
    expect(secret).toMatch(/^kat_ocs_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/);
    expect(app).toMatchObject({
      approval: "own",
      disabledAt: null,
      revision: 0,
      createdBy: owner.act.actor.email,
    });
    expect(app.secrets).toMatchObject([{ hint: secret?.slice(-4), retiresAt: null }]);
    expect(JSON.stringify(app)).not.toContain(secret?.slice(9, 60));
    expect(await accepts(app.id, secret)).toBe(true);
    expect(await accepts(app.id, `${secret}x`)).toBe(false);
    const { app: other } = await anApp(desk, owner.act);
    expect(await accepts(other.id, secret)).toBe(false);
    const { items } = await desk.audit.list(owner.act.organizationId, { limit: 50 });
    expect(JSON.stringify(items)).not.toContain(secret?.slice(9, 60));
  });

  it("has no secret when it is public, and none to rotate", async () => {
    const { desk, owner } = await atWork();
    const { app, secret } = await anApp(desk, owner.act, { type: "public" });
    expect([secret, app.secrets]).toEqual([null, []]);
    const rotating = rotateAppSecret(desk, owner.act, { appId: app.id, overlapSeconds: 0 });
    expect(await outcomeOf(rotating)).toBe("app_has_no_secret");
    expect(() =>
      desk.execute(
        `insert into app_secret (id, app_id, hash, hint, created_at) values ('x', '${app.id}', x'', '', 0)`,
      ),
    ).toThrow("a public app has no secret");
  });

  it("has no secret when it begins with keys, keeps one of both, and is told of by thumbprints", async () => {
    const { desk, owner, accepts } = await atWork();
    const jwks = aKeySet();
    const { app, secret } = await anApp(desk, owner.act, { jwks });
    expect([secret, app.secrets, app.publicKeys]).toEqual([null, [], jwks.keys]);
    const told = thumbprintOf(app.publicKeys[0] ?? { kty: "" });
    const { items } = await desk.audit.list(owner.act.organizationId, { limit: 1 });
    expect(items).toMatchObject([
      { action: "app.registered", after: { publicKeys: [told], secretId: null } },
    ]);

    const keyless = { appId: app.id, patch: { jwks: null } };
    expect(await outcomeOf(editApp(desk, owner.act, keyless))).toBe("public_keys_invalid");
    const first = await rotateAppSecret(desk, owner.act, { appId: app.id, overlapSeconds: 0 });
    expect(first.app.secrets).toMatchObject([{ retiresAt: null }]);
    expect(await editApp(desk, owner.act, keyless)).toMatchObject({ publicKeys: [], revision: 1 });
    expect(await accepts(app.id, first.secret)).toBe(true);
  });

  it("changes its keys without asking for approval anew: they are not what anybody decides by", async () => {
    const { desk, owner } = await atWork();
    const { app } = await anApprovedApp(desk, owner);
    const jwks = aKeySet();
    const edited = await editApp(desk, owner.act, { appId: app.id, patch: { jwks } });
    expect(edited).toMatchObject({ publicKeys: jwks.keys, approval: "approved" });
    const named = { keys: jwks.keys.map((key) => ({ ...key, kid: "first" })) };
    const renamed = await editApp(desk, owner.act, { appId: app.id, patch: { jwks: named } });
    expect(renamed.publicKeys).toEqual(named.keys);
  });

  it("gets one first secret, however many ask for it at once", async () => {
    const { desk, owner } = await atWork();
    const { app } = await anApp(desk, owner.act, { jwks: aKeySet() });
    const ask = () => outcomeOf(rotateAppSecret(desk, owner.act, { appId: app.id, overlapSeconds: 0 }));
    expect((await Promise.all([ask(), ask()])).toSorted()).toEqual(["done", "rotation_conflict"]);
  });

  it("has no keys when it is public, whatever somebody tries past the verbs", async () => {
    const { desk, owner } = await atWork();
    const jwks = aKeySet();
    expect(await outcomeOf(anApp(desk, owner.act, { type: "public", jwks }))).toBe("public_keys_invalid");
    const { app } = await anApp(desk, owner.act, { type: "public" });
    const edit = editApp(desk, owner.act, { appId: app.id, patch: { jwks } });
    expect(await outcomeOf(edit)).toBe("public_keys_invalid");
    expect(() => desk.execute("update partner_app set public_keys = '[{}]', revision = 9")).toThrow(
      "a public app has no keys",
    );
  });

  it("accepts the replaced secret until the overlap ends, and not a millisecond longer", async () => {
    const { desk, owner, accepts } = await atWork();
    const { app, secret } = await anApp(desk, owner.act);
    const second = await rotateAppSecret(desk, owner.act, { appId: app.id, overlapSeconds: 60 });
    expect(await accepts(app.id, secret, noon + 59_999)).toBe(true);
    expect(await accepts(app.id, secret, noon + 60_000)).toBe(false);
    expect(await accepts(app.id, second.secret, noon + 60_000)).toBe(true);
    const third = await rotateAppSecret(desk, owner.at(noon + 1), { appId: app.id, overlapSeconds: 60 });
    expect(await accepts(app.id, secret, noon + 1)).toBe(false);
    await endAppSecretOverlap(desk, owner.at(noon + 2), app.id);
    expect(await accepts(app.id, second.secret, noon + 2)).toBe(false);
    expect(await accepts(app.id, third.secret, noon + 2)).toBe(true);
    expect(await outcomeOf(endAppSecretOverlap(desk, owner.at(noon + 3), app.id))).toBe(
      "overlap_not_running",
    );
    const stale = { appId: app.id, overlapSeconds: 0, replaces: app.secrets[0]?.publicKeyId ?? "" };
    expect(await outcomeOf(rotateAppSecret(desk, owner.act, stale))).toBe("rotation_conflict");
    const long = { appId: app.id, overlapSeconds: 30 * 24 * 60 * 60 + 1 };
    expect(await outcomeOf(rotateAppSecret(desk, owner.act, long))).toBe("overlap_not_allowed");
  });

  it.each([
    [{ scopes: ["keys:write"] }, "scope_not_allowed"],
    [{ scopes: ["orders:write"] }, "scope_unknown"],
    [{ redirectUris: ["javascript:alert(1)"] }, "redirect_uri_invalid"],
    [{ redirectUris: [] }, "redirect_uri_invalid"],
    [{ logo: "data:image/svg+xml;base64,PHN2Zy8+" }, "logo_invalid"],
    [{ jwks: { keys: [{ kty: "oct", k: "c2VjcmV0" }] } }, "public_keys_invalid"],
  ] as const)("with %j is refused, registered or edited", async (wrong, code) => {
    const { desk, owner, log } = await atWork();
    expect(await outcomeOf(anApp(desk, owner.act, wrong))).toBe(code);
    const { app } = await anApp(desk, owner.act, { scopes: ["orders:read"] });
    expect(await outcomeOf(editApp(desk, owner.act, { appId: app.id, patch: wrong }))).toBe(code);
    expect(await log()).toEqual(["app.registered", "organization.created"]);
  });

  it("is for owners and admins of its owner's organization, and for nobody else there", async () => {
    const { desk, owner, log } = await atWork();
    const { app } = await anApp(desk, owner.act);
    const [member, stranger] = [await aMember(desk, owner, "member"), await anOrganization(desk)];
    const before = await log();
    const patch = { name: "Mine now" };
    for (const [{ act }, code] of [
      [member, "role_not_allowed"],
      [stranger, "app_not_found"],
    ] as const) {
      const tries = [
        findApp(desk, act, app.id),
        editApp(desk, act, { appId: app.id, patch }),
        disableApp(desk, act, app.id),
        enableApp(desk, act, app.id),
        offerApp(desk, act, app.id),
        withdrawOffer(desk, act, app.id),
        rotateAppSecret(desk, act, { appId: app.id, overlapSeconds: 0 }),
        endAppSecretOverlap(desk, act, app.id),
      ];
      expect(new Set(await Promise.all(tries.map(outcomeOf)))).toEqual(new Set([code]));
    }
    expect(await listApps(desk, stranger.act)).toEqual([]);
    expect(await log()).toEqual(before);
    const admin = await aMember(desk, owner, "admin");
    expect(await outcomeOf(disableApp(desk, admin.act, app.id))).toBe("done");
  });

  it("is disabled and enabled once, however often it is asked", async () => {
    const { desk, owner, log } = await atWork();
    const { app } = await anApp(desk, owner.act);
    expect(await disableApp(desk, owner.act, app.id)).toMatchObject({ disabledAt: noon });
    expect(await disableApp(desk, owner.at(noon + 1), app.id)).toMatchObject({ disabledAt: noon });
    expect(await enableApp(desk, owner.act, app.id)).toMatchObject({ disabledAt: null });
    await enableApp(desk, owner.act, app.id);
    expect(await log()).toEqual(["app.enabled", "app.disabled", "app.registered", "organization.created"]);
  });

  it("is blocked by the operator, whatever its owner does, and goes on as its owner left it", async () => {
    const { desk, owner, log } = await atWork();
    const operator = anOperator(desk, owner);
    const { app } = await anApp(desk, owner.act);
    expect(await blockApp(desk, operator, app.id)).toMatchObject({ blockedAt: noon, disabledAt: null });
    await disableApp(desk, owner.act, app.id);
    expect(await enableApp(desk, owner.act, app.id)).toMatchObject({ blockedAt: noon, disabledAt: null });
    await disableApp(desk, owner.act, app.id);
    expect(await unblockApp(desk, operator, app.id)).toMatchObject({ blockedAt: null, disabledAt: noon });
    expect((await log()).slice(0, 5)).toEqual([
      "app.unblocked",
      "app.disabled",
      "app.enabled",
      "app.disabled",
      "app.blocked",
    ]);
    desk.operators.clear();
    expect(await outcomeOf(blockApp(desk, operator, app.id))).toBe("authority_lost");
  });

  it("is offered until its owner takes that back, which they cannot once it is answered", async () => {
    const { desk, owner, log } = await atWork();
    const operator = anOperator(desk, owner);
    const { app } = await anApp(desk, owner.act);
    const { revision } = await offerApp(desk, owner.act, app.id);
    expect(await withdrawOffer(desk, owner.act, app.id)).toMatchObject({ approval: "own" });
    expect(await withdrawOffer(desk, owner.act, app.id)).toMatchObject({ approval: "own" });
    expect(await log()).toEqual([
      "app.offer_withdrawn",
      "app.offered",
      "app.registered",
      "organization.created",
    ]);
    const decision = { appId: app.id, decision: "approved", revision } as const;
    expect(await outcomeOf(decideOnApp(desk, operator, decision))).toBe("app_changed");

    for (const answer of ["approved", "refused"] as const) {
      await offerApp(desk, owner.act, app.id);
      const racing = [
        decideOnApp(desk, operator, { appId: app.id, decision: answer }),
        withdrawOffer(desk, owner.act, app.id),
      ];
      const outcomes = await Promise.all(racing.map(outcomeOf));
      expect(["done,app_changed", "app_not_found,done"]).toContain(outcomes.join());
    }
  });

  it("is found by the operator although it was never offered", async () => {
    const { desk, owner } = await atWork();
    const { app } = await anApp(desk, owner.act);
    const { items } = await listOfferedApps(desk, { limit: 10, approval: "own" });
    expect(items.map(({ id }) => id)).toEqual([app.id]);
    expect((await listOfferedApps(desk, { limit: 10 })).items).toEqual([]);
  });

  it("is approved as the operator saw it, or not at all", async () => {
    const { desk, owner } = await atWork();
    const operator = anOperator(desk, owner);
    const { app } = await anApp(desk, owner.act);
    const decide = (revision: number) =>
      decideOnApp(desk, operator, { appId: app.id, decision: "approved", revision });
    expect(await outcomeOf(decide(0))).toBe("app_not_found");
    const { revision } = await offerApp(desk, owner.act, app.id);
    const patch = { redirectUris: ["https://evil.example.com/cb"] };
    await editApp(desk, owner.act, { appId: app.id, patch });
    expect(await outcomeOf(decide(revision))).toBe("app_changed");
    expect(await decide(revision + 1)).toMatchObject({ approval: "approved" });
    const { items } = await listOfferedApps(desk, { limit: 10, approval: "approved" });
    expect(items.map(({ id }) => id)).toEqual([app.id]);
    desk.operators.clear();
    expect(await outcomeOf(decideOnApp(desk, operator, { appId: app.id, decision: "refused" }))).toBe(
      "authority_lost",
    );
  });

  it.each<[EditAppRequest["patch"], string]>([
    [{ name: "Another" }, "requested"],
    [{ homepage: "https://evil.example.com/" }, "requested"],
    [{ redirectUris: ["https://app.example.com/cb", "https://app.example.com/2"] }, "requested"],
    [{ scopes: ["products:read", "products:write", "keys:read", "orders:read"] }, "requested"],
    [{ scopes: ["products:read"] }, "approved"],
    [{ redirectUris: ["https://app.example.com/cb"] }, "approved"],
    [{ name: "The same" }, "approved"],
  ])("that was approved and becomes %j is %s", async (patch, approval) => {
    const { desk, owner } = await atWork();
    const { app } = await anApprovedApp(desk, owner, { name: "The same" });
    expect(await editApp(desk, owner.act, { appId: app.id, patch })).toMatchObject({ ...patch, approval });
  });

  it("is one of 50 at the most", async () => {
    const { desk, owner } = await atWork();
    for (let i = 0; i < 50; i += 1) await anApp(desk, owner.act);
    expect(await outcomeOf(anApp(desk, owner.act))).toBe("app_limit_reached");
    expect(await listApps(desk, owner.act)).toHaveLength(50);
  });

  it("keeps whose it is, whatever somebody tries past the verbs", async () => {
    const { desk, owner } = await atWork();
    const other = await anOrganization(desk);
    const { app } = await anApp(desk, owner.act);
    for (const statement of [
      `update partner_app set organization_id = '${other.act.organizationId}', revision = 9`,
      "update partner_app set type = 'public', revision = 9",
      "update partner_app set name = 'x'",
      "delete from partner_app",
      "delete from app_secret",
      "update app_secret set hash = x'00'",
      `insert or replace into partner_app select * from partner_app where id = '${app.id}'`,
    ]) {
      expect(() => desk.execute(statement), statement).toThrow(/never|next revision/);
    }
  });

  it("is told of in the log by its logo's hash, never by the logo", async () => {
    const { desk, owner } = await atWork();
    const logo = `data:image/png;base64,${Buffer.from("89504e470d0a1a0a", "hex").toString("base64")}`;
    const { app } = await anApp(desk, owner.act, { logo });
    expect(app.logo).toBe(logo);
    const { items } = await desk.audit.list(owner.act.organizationId, { limit: 1 });
    expect(items).toMatchObject([{ after: { logo: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
  });
});
