import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./harness/axe.ts";
import { newPage, openBrowser } from "./harness/browser.ts";
import { liftCaps } from "./harness/database.ts";
import { startLivedIn, type LivedIn } from "./harness/lived-in.ts";
import { settled } from "./harness/look-at.ts";

let lived: LivedIn;

beforeAll(async () => {
  lived = await startLivedIn();
});

const owner = async (viewport = { width: 1280, height: 800 }) =>
  newPage(await openBrowser(), { origin: lived.server.origin, cookie: lived.cookie, viewport });

/** Looks at what is shown in the light and in the dark scheme. Pages and dialogs as they are: `expectWellBehaved`. */
async function findings(page: Page, name: string, within = "html"): Promise<readonly string[]> {
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page, colorScheme);
    found.push(
      ...(await axeFindings(page, { within, colorsOnly: colorScheme === "dark" })).map(
        (finding) => `${name}, ${colorScheme}: ${finding}`,
      ),
    );
  }
  return found;
}

describe("axe finds nothing in either theme, beyond pages and dialogs as they open", () => {
  it("in the palette, before and after something is typed", async () => {
    const page = await owner();
    await page.goto(lived.paths["keys"] ?? "");
    await page.getByRole("button", { name: /^Search or go to/ }).click();
    await page.getByRole("option").first().waitFor();
    const found = [...(await findings(page, "palette"))];
    await page.keyboard.type("nightly");
    await page.getByRole("option", { name: "Nightly export" }).waitFor();
    found.push(...(await findings(page, "palette, found")));
    expect(found).toEqual([]);
  });

  it("in the menus and in the navigation of a narrow window", async () => {
    const page = await owner();
    const found: string[] = [];
    for (const button of [/^Organization: /, /^Account of/]) {
      await page.goto(lived.paths["members"] ?? "");
      await page.getByRole("button", { name: button }).click();
      await page.getByRole("menu").waitFor();
      found.push(...(await findings(page, String(button))));
    }
    const narrow = await owner({ width: 375, height: 700 });
    await narrow.goto(lived.paths["keys"] ?? "");
    found.push(...(await findings(narrow, "narrow")));
    await narrow.getByRole("button", { name: "Open the navigation" }).click();
    await narrow.getByRole("dialog").waitFor();
    found.push(...(await findings(narrow, "narrow navigation")));
    await narrow.goto(lived.paths["members"] ?? "");
    await narrow.getByRole("button", { name: "Invite member" }).click();
    await narrow.getByRole("dialog").waitFor();
    found.push(...(await findings(narrow, "narrow dialog")));
    expect(found).toEqual([]);
  });

  it("in what is opened, chosen and said on a page: details of an entry, several keys, a token, a toast", async () => {
    const page = await owner();
    await page.goto(lived.paths["audit"] ?? "");
    await page
      .getByRole("button", { name: /^Details of entry/ })
      .first()
      .click();
    const found = [...(await findings(page, "entry"))];

    await page.goto(lived.paths["keys"] ?? "");
    await page.getByRole("checkbox", { name: "Select all" }).check();
    found.push(...(await findings(page, "selected")));
    for (const button of ["Revoke selected", "Hand over selected"]) {
      await page.getByRole("button", { name: button }).click();
      await page.getByRole("dialog").waitFor();
      found.push(...(await findings(page, button, "[role=dialog]")));
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }

    liftCaps(lived.server);
    await page.reload();
    await page.getByRole("button", { name: "Issue API key" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill("Looked at by axe");
    await dialog.getByRole("button", { name: "Issue key" }).click();
    await dialog.getByRole("button", { name: "Copy token" }).click();
    found.push(...(await findings(page, "token", "[role=dialog]")));

    await page.goto(lived.paths["key-active"] ?? "");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Nightly export, renamed");
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("button", { name: /^Undo/ }).focus();
    await dialog.waitFor({ state: "detached" });
    found.push(...(await findings(page, "toast")));
    expect(found).toEqual([]);
  });
});
