import { beforeAll, describe, expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import { documentationOf } from "./harness/lived-in.ts";
import { beginnings, openWatched } from "./harness/look-at.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});

async function open(width: number) {
  return newPage(await openBrowser(), { origin: server.origin, viewport: { width, height: 800 } });
}

describe.each(beginnings)(
  "every page in both themes, from $first at $width px on",
  { timeout: 400_000 },
  (beginning) => {
    it("is readable, with the navigation open and closed", async () => {
      const { page, goto, expectWellBehaved } = await openWatched({ origin: server.origin }, beginning);
      for (const path of await documentationOf(server)) {
        await goto(path);
        const name = path.slice(1).replaceAll("/", "-");
        await expectWellBehaved(name, { windowOnly: /reference|errors/.test(name) });
      }
      await goto("/docs/limits");
      const here = page
        .getByRole("navigation", { name: "Documentation" })
        .getByRole("link", { name: "Limits" });
      if (beginning.width < 768) {
        await expect.poll(() => here.isVisible()).toBe(false);
        await page.getByText("Contents", { exact: true }).click();
      }
      await expect.poll(() => here.getAttribute("aria-current")).toBe("page");
      await here.waitFor();
      await expectWellBehaved("docs-contents", { windowOnly: true });
    });
  },
);

it("copies code by a button that says what it copies, and the keyboard reaches what scrolls", async () => {
  const page = await open(375);
  await page.goto("/docs/api-keys");
  const example = page.locator("figure", { hasText: "urllib" });
  await example.getByRole("button", { name: "Copy the Python of “Read”", exact: true }).click();
  await page.getByRole("status").getByText("Copied: the Python of “Read”").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`"${server.origin}/v1/user"`);
  await example.getByRole("button").press("Tab");
  expect(await example.locator("pre").evaluate((code) => code === document.activeElement)).toBe(true);
});

it("breaks a command at spaces only, and copies it without its breaks", async () => {
  const page = await open(375);
  await page.goto("/docs/reference/keys");
  const example = page.locator("figure", { hasText: "-X PATCH" });
  const command = (await example.locator("code").textContent()) ?? "";
  const words = await example.locator("code").evaluate((code) => {
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const torn: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { index, 0: word } of (text.textContent ?? "").matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1) torn.push(word);
      }
    }
    return torn;
  });
  expect(words).toEqual([]);
  await example.getByRole("button").click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command.trimEnd());
});

it("leads on from where the reference was one page", async () => {
  const page = await open(1280);
  for (const [old, now] of [
    ["post-v1-products", "/docs/reference/products#post-v1-products"],
    ["createProduct", "/docs/reference/products#post-v1-products"],
    ["the-key-object", "/docs/reference/keys#the-key-object"],
    ["the-problem-object", "/docs/reference#the-problem-object"],
  ]) {
    await page.goto(`/docs/reference#${old}`);
    await page.waitForURL(server.url(now ?? ""));
    await expect.poll(() => page.locator(":target").isVisible()).toBe(true);
  }
});

it("marks the section that is read, in the navigation", async () => {
  const page = await open(1280);
  await page.goto("/docs/reference/keys#post-v1-keys-id-rotate");
  const marked = page.locator('.contents [aria-current="location"]');
  await marked.getByText("Rotate a key").waitFor();
  await page.locator("#objects").evaluate((heading) => heading.scrollIntoView());
  await marked.getByText("Objects").waitFor();
  await expect.poll(() => marked.count()).toBe(1);
});

it("is set in the dashboard's font", async () => {
  const page = await open(1280);
  await page.goto("/docs");
  const loaded = await page.evaluate(() =>
    document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status === "loaded").length),
  );
  expect(loaded).toBeGreaterThan(0);
});
