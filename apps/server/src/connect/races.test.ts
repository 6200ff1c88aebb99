import { expect, it } from "vitest";
import { aBrowser } from "../../testing/oauth/a-browser.ts";
import { companyOf } from "../../testing/oauth/a-company.ts";
import { aPartner, decideOn, tokensFor, type Partner } from "../../testing/oauth/a-partner.ts";
import { twoProcesses } from "../../testing/oauth/two-processes.ts";

const rounds = 40;
const together = 6;

async function aWorldOfTwo() {
  const installation = await twoProcesses();
  const company = await companyOf(installation.services, installation.user);
  const partner = await aPartner(installation, company);
  const browser = aBrowser(installation, installation.user.cookie);
  return { ...installation, company, partner, browser };
}

/** The same request, so many times at once, by turns to either process. */
async function atOnce(urls: readonly string[], { basic }: Partner, form: Record<string, string>) {
  const asked = Array.from({ length: together }, (_, i) =>
    fetch(`${urls[i % urls.length]}/oauth/token`, {
      method: "POST",
      headers: { authorization: basic },
      body: new URLSearchParams(form),
    }),
  );
  const answers = await Promise.all(asked);
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
}

const oneOfThem = [200, ...Array.from({ length: together - 1 }, () => 400)];

it("lets one of six have a code's tokens that two processes are asked for at once (RFC 6749 §4.1.2)", async () => {
  const { urls, company, partner, browser } = await aWorldOfTwo();
  for (let round = 0; round < rounds; round += 1) {
    const started = await partner.start();
    const callback = await decideOn(browser, started, { decision: "connect", organizationId: company.id });
    const form = {
      grant_type: "authorization_code",
      code: callback.searchParams.get("code") ?? "",
      redirect_uri: started.redirectUri,
      code_verifier: started.verifier,
    };
    expect(await atOnce(urls, partner, form), `round ${round}`).toEqual(oneOfThem);
  }
}, 300_000);

it("lets one of six use a refresh token that two processes are shown at once (RFC 9700 §4.14)", async () => {
  const { urls, company, partner, browser } = await aWorldOfTwo();
  for (let round = 0; round < rounds; round += 1) {
    const { refresh_token } = await tokensFor(partner, browser, company.id);
    const form = { grant_type: "refresh_token", refresh_token };
    expect(await atOnce(urls, partner, form), `round ${round}`).toEqual(oneOfThem);
  }
}, 300_000);
