import { beforeAll, describe, expect, it } from "vitest";
import { documentation } from "../../apps/web/src/lib/documentation.ts";
import { newPage, openBrowser } from "./harness/browser.ts";
import { startLivedIn, type LivedIn } from "./harness/lived-in.ts";
import { beginnings, openWatched } from "./harness/look-at.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let fresh: RunningServer;
let lived: LivedIn;

beforeAll(async () => {
  fresh = await startServer();
  lived = await startLivedIn();
});

describe.each(beginnings)(
  "every page in both themes, from $first at $width px on",
  { timeout: 400_000 },
  (beginning) => {
    // Where there is the least room, in the language that needs more.
    const tongue = beginning.width < 500 ? ({ locale: "da-DK" } as const) : {};

    it("for visitors: setting up, signing in, an invitation, a password link, an app that errs, nothing at all", async () => {
      for (const [name, origin, url] of [
        ["setup", fresh.origin, fresh.setupLink ?? ""],
        ["sign-in", lived.server.origin, "/sign-in"],
        ["invitation", lived.server.origin, lived.invitation],
        ["new-password", lived.server.origin, lived.passwordLink],
        ["new-password-dead", lived.server.origin, "/new-password#used"],
        ["new-password-incomplete", lived.server.origin, "/new-password"],
        ["connect-error", lived.server.origin, "/connect/error?code=invalid_request"],
        ["nothing", lived.server.origin, "/no/such/page"],
      ] as const) {
        const { page, goto, expectWellBehaved } = await openWatched({ origin, ...tongue }, beginning);
        await goto(url);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await expectWellBehaved(name);
      }
    });

    it("for members: keys, members, usage, bills, apps, the audit log, the account", async () => {
      const { server, cookie, paths } = lived;
      const visitor = { origin: server.origin, cookie, ...tongue };
      const { goto, expectWellBehaved } = await openWatched(visitor, beginning);
      for (const [name, path] of Object.entries(paths)) {
        await goto(path);
        await expectWellBehaved(name);
      }
    });
  },
);

it("links from the dashboard lead to what the documentation explains", async () => {
  const page = await newPage(await openBrowser(), { origin: lived.server.origin });
  for (const path of Object.values(documentation)) {
    await page.goto(path);
    expect((await page.request.get(path)).status(), path).toBe(200);
    const { hash } = new URL(page.url());
    if (hash !== "") expect(await page.locator(hash).isVisible(), path).toBe(true);
  }
});
