import { authorizationUrl, type AskingApp } from "./authorization-url.ts";
import { newPage, openBrowser } from "./browser.ts";
import type { SessionCookie } from "./dashboard.ts";
import type { RunningServer } from "./server.ts";

/** Connects an app as somebody who is signed in does, past the page. */
export async function connectApp(
  server: Pick<RunningServer, "url" | "origin">,
  app: AskingApp,
  { cookie, organizationId }: { readonly cookie: SessionCookie; readonly organizationId: string },
): Promise<void> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  const { request } = page;
  const asked = await request.get(authorizationUrl(server, app), { headers: { accept: "text/html" } });
  const answer = await request.post(`${new URL(asked.url()).pathname}/decision`, {
    data: { decision: "connect", organizationId },
    headers: { origin: server.origin },
  });
  if (!answer.ok()) throw new Error(`connect ${asked.url()}: ${answer.status()} ${await answer.text()}`);
  await page.context().close();
}
