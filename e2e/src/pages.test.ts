import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { documentation } from "../../apps/web/src/lib/documentation.ts";
import { newPage, openBrowser, screenshot } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  getUser,
  signIn,
  unattended,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { liftCaps } from "./harness/database.ts";
import { startServer, type RunningServer } from "./harness/server.ts";
import { ageOrganization, countRequests, type CountedRequests } from "./harness/usage.ts";

const day = 24 * 60 * 60 * 1_000;

let fresh: RunningServer;
let server: RunningServer;
let invitation: string;
let cookie: SessionCookie | undefined;
const paths: Record<string, string> = {};

/** An installation in the middle of its life: keys in every state, people in every role, leaks, history. */
beforeAll(async () => {
  fresh = await startServer();
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  const dashboard = dashboardOf(server, cookie);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme Robotics" });
  const empty = await dashboard.organizations.create.mutate({ name: "Globex" });
  type IssueInput = Parameters<typeof dashboard.keys.issue.mutate>[0]["key"];
  const issue = (key: Omit<IssueInput, "environment"> & Partial<IssueInput>) =>
    dashboard.keys.issue.mutate({ organizationId, key: { environment: "live", ...key } });

  const rotating = await issue({
    name: "Zapier Integration",
    note: "Orders to the warehouse, run by the shop team.",
  });
  await getUser(server, rotating.token);
  const rotation = { overlapSeconds: 86_400, replaces: rotating.key.secrets[0]?.publicKeyId ?? "" };
  const rotated = await dashboard.keys.rotate.mutate({ organizationId, keyId: rotating.key.id, rotation });
  await getUser(server, rotated.token);
  const exposed = await issue({
    name: "Storefront widget",
    scopes: ["products:read"],
    addresses: ["127.0.0.0/8", "2001:db8::/32"],
  });
  await fetch(server.url("/v1/user"), {
    headers: { authorization: `Bearer ${exposed.token}`, origin: "https://shop.example" },
  });
  const active = await issue({
    name: "Nightly export",
    scopes: ["products:read", "usage:read"],
    expiresAt: new Date(Date.now() + 30 * day).toISOString(),
  });
  await issue({
    name: "A key with quite a long name that says in detail what it is there for",
    environment: "test",
  });
  const revoked = await issue({ name: "Old billing job" });
  await dashboard.keys.revoke.mutate({
    organizationId,
    keyId: revoked.key.id,
    revocation: { reason: "superseded", text: "Replaced by the nightly export" },
  });

  for (const [name, role] of [
    ["ada", "admin"],
    ["max", "member"],
    ["vera", "viewer"],
  ] as const) {
    await addMember(dashboard, {
      organizationId,
      name: `${name} Example`,
      email: `${name}@example.com`,
      role,
    });
  }
  invitation = (
    await dashboard.invitations.create.mutate({ organizationId, email: "new@example.com", role: "member" })
  ).link;

  await dashboard.instance.suspend.mutate({ organizationId: empty.id, reason: "Unpaid since May" });

  ageOrganization(server, organizationId, Date.now() - 120 * day);
  countRequests(server, aQuarter(organizationId, [rotating.key, active.key, exposed.key, revoked.key]));

  const lastMonth = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - 1))
    .toISOString()
    .slice(0, 7);
  const settings = `/o/${organizationId}/settings`;
  const usage = `/o/${organizationId}/usage`;
  Object.assign(paths, {
    usage,
    "usage-by-key": `${usage}?by=key&range=12mo`,
    "usage-by-route": `${usage}?by=route&range=7d`,
    "usage-by-status": `${usage}?by=status&view=table`,
    "usage-hours": `${usage}?range=24h&environment=live`,
    "no-usage": `/o/${empty.id}/usage`,
    billing: `/o/${organizationId}/billing`,
    statement: `/o/${organizationId}/billing/${lastMonth}`,
    "no-billing": `/o/${empty.id}/billing`,
    keys: `${settings}/keys`,
    "no-keys": `/o/${empty.id}/settings/keys`,
    "key-rotating": `${settings}/keys/${rotating.key.id}`,
    "key-exposed": `${settings}/keys/${exposed.key.id}`,
    "key-active": `${settings}/keys/${active.key.id}`,
    "key-revoked": `${settings}/keys/${revoked.key.id}`,
    members: `${settings}/members`,
    audit: `${settings}/audit`,
    organization: `${settings}/organization`,
    "organization-suspended": `/o/${empty.id}/settings/organization`,
    instance: "/instance",
    "instance-none": "/instance?q=nobody",
    "instance-organization": `/instance/${organizationId}`,
    "instance-suspended": `/instance/${empty.id}`,
    account: "/account",
    "not-found": "/no/such/page",
    "no-key": `${settings}/keys/key_0000000000000000000000`,
  });
});

/** Four months in which everybody does something, less at weekends and at night, and a little goes wrong. */
function* aQuarter(
  organizationId: string,
  keys: readonly { readonly id: string; readonly secrets: readonly { readonly publicKeyId: string }[] }[],
): Iterable<CountedRequests> {
  const hour = day / 24;
  const now = Date.now();
  for (let at = now - 118 * day; at < now; at += hour) {
    const hours = new Date(at).getUTCHours();
    const busy = (hours > 6 && hours < 20 ? 1 : 0.2) * ([0, 6].includes(new Date(at).getUTCDay()) ? 0.4 : 1);
    for (const [index, { id, secrets }] of keys.entries()) {
      const who = { organizationId, keyId: id, publicKeyId: secrets[0]?.publicKeyId ?? "" };
      const wave = 1 + 0.4 * Math.sin(at / (3 * day) + index) + 0.3 * Math.sin(at / hour + index * 7);
      const requests = Math.max(1, Math.round((30 / (index + 1)) * busy * wave));
      yield { ...who, at, requests };
      yield { ...who, at, requests: Math.ceil(requests / 4), route: "POST /v1/products/{id}/regenerate" };
      if (hours % 5 === index) yield { ...who, at, requests: 2, statusClass: 4 };
      if (hours === 9 + index) yield { ...who, at, requests: 6, statusClass: 4, refused: true };
      if (hours === 15 && index === 0) yield { ...who, at, requests: 1, statusClass: 5 };
    }
  }
}

const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1280, 375].map((width) => ({ colorScheme, width })),
);

/** The pages that llms.txt lists, as a browser is shown them. */
async function documentationOf(server: RunningServer): Promise<readonly string[]> {
  const listed = await (await fetch(server.url("/llms.txt"))).text();
  return Array.from(listed.matchAll(/\((\S+)\.md\)/g), ([, url = ""]) => new URL(url).pathname);
}

/** A page that keeps book of what went wrong in it. */
async function openPage(
  { origin, cookie }: { origin: string; cookie?: SessionCookie | undefined },
  { colorScheme, width, locale }: (typeof looks)[number] & { readonly locale?: "da-DK" },
) {
  const viewport = { width, height: 800 };
  const page = await newPage(await openBrowser(), {
    origin,
    cookie,
    colorScheme,
    viewport,
    ...(locale && { locale }),
  });
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser itself notes every answer that is a refusal; the pages are shown some on purpose.
    if (message.text().includes("404 (Not Found)")) return;
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, complaints };
}

async function expectWellBehaved(page: Page, complaints: readonly string[], name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name}: scrolls sideways`).toBe(0);
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll("button, a, input, select, textarea")]
      .filter((control) => control.checkVisibility() && !control.closest("[aria-hidden=true]"))
      .filter((control) => {
        const labels = "labels" in control && control.labels instanceof NodeList ? control.labels.length : 0;
        const named =
          control.getAttribute("aria-label") ??
          control.getAttribute("aria-labelledby") ??
          control.getAttribute("title");
        return (
          !named &&
          labels === 0 &&
          !control.textContent?.trim() &&
          !control.querySelector("[aria-label], title")
        );
      })
      .map((control) => control.outerHTML.slice(0, 120)),
  );
  expect(nameless, `${name}: controls without a name`).toEqual([]);
  expect(await page.locator("h1").count(), `${name}: one main heading`).toBe(1);
  expect(complaints, `${name}: the console complains`).toEqual([]);
}

describe.each(looks)("every page in $colorScheme at $width px", (look) => {
  const named = (name: string) => `${name}-${look.colorScheme}-${look.width}`;

  it("for visitors: setting up, signing in, an invitation", async () => {
    const { page, complaints } = await openPage(fresh, look);
    await page.goto(fresh.setupLink ?? "");
    await expectWellBehaved(page, complaints, "setup");
    await screenshot(page, named("setup"));
    const visitor = await openPage(server, look);
    for (const [name, url] of [
      ["sign-in", "/sign-in"],
      ["invitation", invitation],
    ] as const) {
      await visitor.page.goto(url);
      await expectWellBehaved(visitor.page, visitor.complaints, name);
      await screenshot(visitor.page, named(name));
    }
  });

  it("for API consumers: the documentation, with its navigation open and closed", async () => {
    const { page, complaints } = await openPage(server, look);
    for (const path of await documentationOf(server)) {
      await page.goto(path);
      const name = path.slice(1).replaceAll("/", "-");
      await expectWellBehaved(page, complaints, name);
      // Of the longest pages the beginning is enough.
      await screenshot(page, named(name), { windowOnly: /reference|errors/.test(name) });
    }
    await page.goto("/docs/limits");
    const here = page
      .getByRole("navigation", { name: "Documentation" })
      .getByRole("link", { name: "Limits" });
    if (look.width < 768) {
      expect(await here.isVisible()).toBe(false);
      await page.getByText("Contents", { exact: true }).click();
    }
    expect(await here.getAttribute("aria-current")).toBe("page");
    await here.waitFor();
    await expectWellBehaved(page, complaints, "docs-contents");
    await screenshot(page, named("docs-contents"), { windowOnly: true });
  });

  it("for members: keys, members, usage, bills, the audit log, the account", async () => {
    const { page, complaints } = await openPage({ origin: server.origin, cookie }, look);
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path);
      await expectWellBehaved(page, complaints, name);
      await screenshot(page, named(name));
    }
  });

  it("for deciding: issuing, rotating, revoking, editing, inviting, removing", async () => {
    const { page, complaints } = await openPage({ origin: server.origin, cookie }, look);
    for (const [name, path, button] of [
      ["issue", "keys", "Issue API key"],
      ["rotate", "key-rotating", "Rotate"],
      ["end-overlap", "key-rotating", "End overlap now"],
      ["revoke", "key-rotating", "Revoke key"],
      ["edit", "key-exposed", "Edit"],
      ["invite", "members", "Invite member"],
      ["remove", "members", /^Remove/],
      ["api-off", "organization", "Turn off API access"],
      ["change-plan", "instance-organization", "Change plan"],
      ["change-limit", "instance-organization", "Change limit"],
      ["suspend", "instance-organization", "Suspend"],
      ["resume", "instance-suspended", "Resume"],
    ] as const) {
      await page.goto(paths[path] ?? "");
      await page.getByRole("button", { name: button, exact: true }).first().click();
      await page.getByRole("dialog").waitFor();
      await expectWellBehaved(page, complaints, name);
      await screenshot(page, named(name), { windowOnly: true });
    }
  });

  it("for keeping: a token that is shown once, and not in the page afterwards", async () => {
    liftCaps(server);
    const { page, complaints } = await openPage({ origin: server.origin, cookie }, look);
    await page.goto(paths["keys"] ?? "");
    await page.getByRole("button", { name: "Issue API key" }).click();
    await page
      .getByRole("dialog")
      .getByRole("textbox", { name: "Name" })
      .fill(`Shown once ${named("")}`);
    await page.getByRole("button", { name: "Issue key" }).click();
    const token = (await page.getByLabel("Token", { exact: true }).textContent()) ?? "";
    expect(token).toMatch(/^kat_live_/);
    await expectWellBehaved(page, complaints, "secret");
    await screenshot(page, named("secret"), { windowOnly: true });
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "I have stored it" }).click();
    await page.getByRole("button", { name: "Close without copying" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.content()).not.toContain(token.split(".")[1]);
  });
});

describe.each([
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 375 },
] as const)("some pages in Danish, in $colorScheme at $width px", (look) => {
  it("read well where words are longer", async () => {
    const named = (name: string) => `danish-${name}-${look.colorScheme}-${look.width}`;
    const visitor = await openPage(server, { ...look, locale: "da-DK" });
    await visitor.page.goto("/sign-in");
    await visitor.page.getByRole("heading", { name: "Log ind" }).waitFor();
    await expectWellBehaved(visitor.page, visitor.complaints, "sign-in");
    await screenshot(visitor.page, named("sign-in"));

    const { page, complaints } = await openPage(
      { origin: server.origin, cookie },
      { ...look, locale: "da-DK" },
    );
    for (const name of [
      "keys",
      "key-rotating",
      "key-exposed",
      "members",
      "audit",
      "organization-suspended",
      "instance",
      "instance-organization",
      "account",
    ]) {
      await page.goto(paths[name] ?? "");
      await expectWellBehaved(page, complaints, name);
      await screenshot(page, named(name));
    }
    for (const [name, path, button] of [
      ["issue", "keys", "Udsted API-nøgle"],
      ["rotate", "key-rotating", "Rotér"],
      ["api-off", "organization", "Slå API-adgang fra"],
      ["change-plan", "instance-organization", "Skift abonnement"],
      ["suspend", "instance-organization", "Suspendér"],
    ] as const) {
      await page.goto(paths[path] ?? "");
      await page.getByRole("button", { name: button, exact: true }).first().click();
      await page.getByRole("dialog").waitFor();
      await expectWellBehaved(page, complaints, name);
      await screenshot(page, named(name), { windowOnly: true });
    }
  });
});

it("links from the dashboard lead to what the documentation explains", async () => {
  const page = await newPage(await openBrowser(), { origin: server.origin });
  for (const path of Object.values(documentation)) {
    await page.goto(path);
    expect((await page.request.get(path)).status(), path).toBe(200);
    const { hash } = new URL(page.url());
    if (hash !== "") expect(await page.locator(hash).isVisible(), path).toBe(true);
  }
});
