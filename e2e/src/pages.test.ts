import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { documentation } from "../../apps/web/src/lib/documentation.ts";
import { newPage, openBrowser, screenshot } from "./harness/browser.ts";
import type { SessionCookie } from "./harness/dashboard.ts";
import { liftCaps } from "./harness/database.ts";
import { decisions, documentationOf, startLivedIn, type LivedIn } from "./harness/lived-in.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let fresh: RunningServer;
let server: RunningServer;
let invitation: string;
let cookie: SessionCookie | undefined;
let paths: LivedIn["paths"];

beforeAll(async () => {
  fresh = await startServer();
  ({ server, cookie, invitation, paths } = await startLivedIn());
});

const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1280, 375].map((width) => ({ colorScheme, width })),
);

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
      await expect.poll(() => here.isVisible()).toBe(false);
      await page.getByText("Contents", { exact: true }).click();
    }
    await expect.poll(() => here.getAttribute("aria-current")).toBe("page");
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
    for (const [name, path, button] of decisions) {
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
      "service-tokens",
      "installation-log",
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
      ["issue-service-token", "service-tokens", "Udsted tjenestetoken"],
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
