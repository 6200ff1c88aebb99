import { beforeAll, describe, expect, it } from "vitest";
import { liftCaps } from "./harness/database.ts";
import { decisions, startLivedIn, type LivedIn } from "./harness/lived-in.ts";
import { beginnings, openWatched } from "./harness/look-at.ts";

let lived: LivedIn;

beforeAll(async () => {
  lived = await startLivedIn();
});

const dialog = { within: "[role=dialog]", windowOnly: true } as const;

describe.each(beginnings)(
  "every dialog in both themes, from $first at $width px on",
  { timeout: 400_000 },
  (beginning) => {
    it("for deciding: issuing, rotating, revoking, editing, inviting, removing", async () => {
      const { server, cookie, paths } = lived;
      const { page, goto, expectWellBehaved } = await openWatched(
        { origin: server.origin, cookie },
        beginning,
      );
      for (const [name, path, button] of decisions) {
        await goto(paths[path] ?? "");
        await page.getByRole("button", { name: button, exact: true }).first().click();
        await page.getByRole("dialog").waitFor();
        await expectWellBehaved(name, dialog);
      }
    });

    it("for keeping: a token that is shown once, and not in the page afterwards", async () => {
      const { server, cookie, paths } = lived;
      liftCaps(server);
      const { page, goto, expectWellBehaved } = await openWatched(
        { origin: server.origin, cookie },
        beginning,
      );
      await goto(paths["keys"] ?? "");
      await page.getByRole("button", { name: "Issue API key" }).click();
      await page
        .getByRole("dialog")
        .getByRole("textbox", { name: "Name" })
        .fill(`Shown once, from ${beginning.first} on`);
      await page.getByRole("button", { name: "Issue key" }).click();
      const token = (await page.getByLabel("Token", { exact: true }).textContent()) ?? "";
      expect(token).toMatch(/^kat_live_/);
      await expectWellBehaved("secret", dialog);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "I have stored it" }).click();
      await page.getByRole("button", { name: "Close without copying" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await page.content()).not.toContain(token.split(".")[1]);
    });
  },
);

describe.each(beginnings)(
  "some pages in Danish, in $first at $width px",
  { timeout: 400_000 },
  (beginning) => {
    const schemes = [beginning.first];

    it("read well where words are longer", async () => {
      const visitor = { origin: lived.server.origin, locale: "da-DK" } as const;
      const outside = await openWatched(visitor, beginning, schemes);
      await outside.goto("/sign-in");
      await outside.page.getByRole("heading", { name: "Log ind" }).waitFor();
      await outside.expectWellBehaved("danish-sign-in");

      const signedIn = { ...visitor, cookie: lived.cookie };
      const { page, goto, expectWellBehaved } = await openWatched(signedIn, beginning, schemes);
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
        "connect",
        "connected-app",
        "register-app",
        "partner-app",
        "offered-apps",
        "account",
      ]) {
        await goto(lived.paths[name] ?? "");
        await expectWellBehaved(`danish-${name}`);
      }
      for (const [name, path, button] of [
        ["issue", "keys", "Udsted API-nøgle"],
        ["rotate", "key-rotating", "Rotér"],
        ["api-off", "organization", "Slå API-adgang fra"],
        ["change-plan", "instance-organization", "Skift abonnement"],
        ["suspend", "instance-organization", "Suspendér"],
        ["issue-service-token", "service-tokens", "Udsted tjenestetoken"],
        ["disconnect", "connected-apps", "Frakobl Stock Sync"],
        ["rotate-app-secret", "partner-app", "Rotér hemmelighed"],
      ] as const) {
        await goto(lived.paths[path] ?? "");
        await page.getByRole("button", { name: button, exact: true }).first().click();
        await page.getByRole("dialog").waitFor();
        await expectWellBehaved(`danish-${name}`, dialog);
      }
    });
  },
);
