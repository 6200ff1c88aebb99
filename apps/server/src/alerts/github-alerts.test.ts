import { hash } from "node:crypto";
import { createToken, findKey, type ApiKey } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAppToken } from "../../testing/app-token.ts";
import { aGithub } from "../../testing/github.ts";
import { aKey, anOrganization, ownerAct, type TestOrganization } from "../../testing/people.ts";
import { aServiceToken } from "../../testing/service-token.ts";
import { aServer, openServer, type Reply, type TestServer } from "../../testing/server.ts";
import { GithubKeysError } from "./github-keys.ts";
import { handleAlert } from "./handle-alert.ts";

const github = aGithub();
const path = "/v1/alerts/github";
const url = "https://github.com/acme/app/blob/1/.env";
let server: TestServer;
let organization: TestOrganization;

beforeAll(async () => {
  server = await openServer({ githubKeys: github.keys });
  organization = await anOrganization(server);
});
afterAll(() => server.close());

const matchOf = (token: string, more: object = {}) => ({
  token,
  type: "katkey_api_key",
  url,
  source: "commit",
  ...more,
});
const feedbackOf = (token: string, label: string) => ({
  token_hash: hash("sha256", token),
  token_type: "katkey_api_key",
  label,
});
const now = ({ id }: ApiKey) => findKey(server.services.desk, ownerAct(server, organization), id);
const entriesOf = async ({ id }: ApiKey) => {
  const { items } = await server.services.audit.list(organization.id, { objectId: id, limit: 20 });
  return items.filter(({ action }) => action !== "key.issued");
};
const codeOf = ({ status, body }: Reply) => [status, body.code];

describe("an alert that GitHub has signed", () => {
  it("puts the key into quarantine, says where the token was found, and answers what it was", async () => {
    const { key, token } = await aKey(server, organization);
    const reply = await github.tell(server, [matchOf(token)]);
    expect([reply.status, reply.body]).toEqual([200, [feedbackOf(token, "true_positive")]]);
    expect(codeOf(await server.send("/v1/user", { token }))).toEqual([401, "secret_quarantined"]);
    const [secret] = (await now(key)).secrets;
    expect(secret.exposure).toMatchObject({ by: "report", source: "github commit", url });
    expect(await entriesOf(key)).toMatchObject([
      {
        action: "key.quarantined",
        actor: { type: "system" },
        address: "127.0.0.1",
        requestId: reply.headers["x-request-id"],
        after: { source: "github commit", url },
      },
    ]);
  });

  it("does what it does once, however often it comes, and in one alert twice", async () => {
    const { key, token } = await aKey(server, organization);
    const alert = [matchOf(token), matchOf(token, { url: "https://gist.github.com/x" })];
    const replies = [await github.tell(server, alert), await github.tell(server, alert)];
    for (const reply of replies) {
      expect(reply.body).toEqual(alert.map(() => feedbackOf(token, "true_positive")));
    }
    expect(await entriesOf(key)).toHaveLength(1);
  });

  it.each([
    ["a source that nobody knows", { source: "CARRIER_PIGEON" }, "github carrier_pigeon", url],
    ["no source, no type and an empty URL", { source: undefined, type: undefined, url: "" }, "github", null],
    ["things that are added some day", { source: "npm", extra: { a: [1] } }, "github npm", url],
    ["things that are none", { source: 7, type: null, url: 7 }, "github", null],
    ["an unknown source", { source: "unknown" }, "github", url],
  ])("is taken with %s", async (_, more, source, where) => {
    const { key, token } = await aKey(server, organization);
    expect((await github.tell(server, [matchOf(token, more)])).status).toBe(200);
    expect((await now(key)).secrets[0].exposure).toMatchObject({ source, url: where });
  });

  it("hears that a token is none of ours, whether it is made up, mistyped or something else", async () => {
    const forged = createToken("kat", "live", server.services.desk.random);
    const { token } = await aKey(server, organization);
    const mistyped = `${token.slice(0, -1)}${token.endsWith("x") ? "y" : "x"}`;
    const all = [forged, mistyped, "some_token", ""];
    const { body } = await github.tell(
      server,
      all.map((one) => matchOf(one)),
    );
    expect(body).toEqual(all.map((one) => feedbackOf(one, "false_positive")));
    expect((await server.send("/v1/user", { token })).status).toBe(200);
  });

  it("that names a service token or an app's is told of in the log, without the token", async () => {
    const { token: service } = await aServiceToken(server);
    const { token: access } = await anAppToken(server, organization);
    const secret = createToken("kat", "ocs", server.services.desk.random);
    const { body } = await github.tell(
      server,
      [service, access, secret].map((one) => matchOf(one)),
    );
    expect(body).toEqual([feedbackOf(service, "true_positive"), feedbackOf(access, "true_positive")]);
    expect(server.logs()).toContain("a service token was reported as leaked");
    expect(server.logs()).toContain("a token of an app was reported as leaked");
    for (const token of [service, access, secret]) expect(server.logs()).not.toContain(token.slice(26));
  });

  it("is taken empty, but for what has no token, and refused when it is no list", async () => {
    const { token } = await aKey(server, organization);
    const none = [1, null, { type: "x" }, { token: 7 }];
    expect((await github.tell(server, [])).body).toEqual([]);
    expect((await github.tell(server, [...none, matchOf(token)])).body).toEqual([
      feedbackOf(token, "true_positive"),
    ]);
    for (const wrong of [{}, null, "x"]) {
      expect(codeOf(await github.tell(server, wrong))).toEqual([400, "malformed_json"]);
    }
  });
});

describe("an alert that GitHub has not signed", () => {
  const refused = [403, "alert_not_signed"];
  /** Of a body that would put a key into quarantine. */
  const cases: Record<
    string,
    (body: string) => { body?: string; headers?: Record<string, string | string[]> }
  > = {
    "one byte is another": (body) => ({ body: body.replace("commit", "commit ") }),
    "it was written anew": (body) => ({ body: JSON.stringify(JSON.parse(body), null, 1) }),
    "there is no signature": () => ({ headers: { "content-type": "application/json" } }),
    "there are two signatures": (body) => {
      const signature = github.signed(body)["github-public-key-signature"] ?? "";
      return { headers: { ...github.signed(body), "github-public-key-signature": [signature, signature] } };
    },
    "the key is one that GitHub does not have": (body) => ({
      headers: { ...github.signed(body), "github-public-key-identifier": "0".repeat(64) },
    }),
    "the key's name is none": (body) => ({
      headers: { ...github.signed(body), "github-public-key-identifier": "../x" },
    }),
    "somebody else signed it": (body) => ({ headers: aGithub().signed(body) }),
    "a key of another curve signed it": (body) => ({ headers: aGithub("secp384r1").signed(body) }),
    ...Object.fromEntries(
      [
        "",
        "x",
        "AAAAAAAAAAAA",
        "MAA=",
        // r = 0, s = 0; r = 1, s = 0; a sequence that ends before its time; bytes behind its end.
        "MAYCAQACAQA=",
        "MAYCAQECAQA=",
        "MEUCIQD=",
        Buffer.concat([Buffer.from("3006020101020101", "hex"), Buffer.alloc(60)]).toString("base64"),
      ].map((signature) => [
        `the signature is ${signature.slice(0, 12) || "empty"}`,
        (body: string) => ({
          headers: { ...github.signed(body), "github-public-key-signature": signature },
        }),
      ]),
    ),
  };

  it.each(Object.entries(cases))("changes nothing, and is told nothing, when %s", async (_, alter) => {
    const { key, token } = await aKey(server, organization);
    const forged = createToken("kat", "live", server.services.desk.random);
    const replies = [];
    for (const one of [token, forged]) {
      const body = JSON.stringify([matchOf(one)]);
      replies.push(
        await server.send(path, { method: "POST", headers: github.signed(body), body, ...alter(body) }),
      );
    }
    for (const reply of replies) expect(codeOf(reply)).toEqual(refused);
    const [known, unknown] = replies.map(({ text, headers }) =>
      text.replace(`${headers["x-request-id"]}`, ""),
    );
    expect(known).toBe(unknown);
    expect((await now(key)).secrets[0].exposure).toBeNull();
    expect((await server.send("/v1/user", { token })).status).toBe(200);
  });

  it("is as any path that there is not, where alerts are not taken", async () => {
    const closed = await aServer();
    const reply = await github.tell(closed, []);
    expect(codeOf(reply)).toEqual([401, "missing_credentials"]);
  });
});

describe("before anything is looked at", () => {
  it("the method, the media type and the size are", async () => {
    const headers = github.signed("[]");
    const get = await server.send(path, { headers });
    expect([...codeOf(get), get.headers.allow]).toEqual([405, "method_not_allowed", "POST, OPTIONS"]);
    const options = await server.send(path, { method: "OPTIONS" });
    expect([options.status, options.headers.allow]).toEqual([204, "POST, OPTIONS"]);
    const plain = { ...headers, "content-type": "text/plain" };
    const text = await server.send(path, { method: "POST", headers: plain, body: "[]" });
    expect(codeOf(text)).toEqual([415, "unsupported_media_type"]);
    const large = " ".repeat(8 * 1024 * 1024 + 1);
    const tooLarge = await server.send(path, { method: "POST", headers: github.signed(large), body: large });
    expect(codeOf(tooLarge)).toEqual([413, "body_too_large"]);
  });

  it("no more than two bodies of one address lie in memory, and others get in", async () => {
    const head = Object.entries({
      ...github.signed("[]"),
      host: "a",
      connection: "close",
      "content-length": "2",
    })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
    const held = (between: () => Promise<unknown>) =>
      server.rawInParts([`POST ${path} HTTP/1.1\r\n${head}\r\n[`, "]"], between);
    let third: Reply | undefined;
    let second = "";
    const first = await held(async () => {
      second = await held(async () => {
        third = await github.tell(server, []);
        const headers = { ...github.signed("[]"), "x-forwarded-for": "192.0.2.77" };
        expect((await server.send(path, { method: "POST", headers, body: "[]" })).status).toBe(200);
      });
    });
    expect([first, second].map((reply) => reply.slice(0, 12))).toEqual(["HTTP/1.1 200", "HTTP/1.1 200"]);
    expect([third && codeOf(third), third?.headers["retry-after"]]).toEqual([[503, "alerts_busy"], "5"]);
    expect((await github.tell(server, [])).status).toBe(200);
  });

  it("who signs is found out, or GitHub is asked to come again", async () => {
    const outage = {
      find: () => Promise.reject(new GithubKeysError("no")),
    };
    const cut = await aServer({ githubKeys: outage });
    const reply = await github.tell(cut, []);
    expect([...codeOf(reply), reply.headers["retry-after"]]).toEqual([503, "alert_keys_unavailable", "60"]);
  });
});

it("10,000 matches are handled while others are answered", async () => {
  const { desk } = server.services;
  const { token } = await aKey(server, organization);
  const keys = await Promise.all(Array.from({ length: 40 }, () => aKey(server, organization)));
  const forged = Array.from({ length: 9_960 }, () => createToken("kat", "live", desk.random));
  let answered = false;
  const alert = github
    .tell(
      server,
      [...keys.map((key) => key.token), ...forged].map((one) => matchOf(one)),
    )
    .finally(() => (answered = true));
  let meanwhile = 0;
  while (!answered) {
    expect((await server.send("/v1/user", { token })).status).toBeLessThan(500);
    meanwhile += 1;
  }
  const { status, body } = await alert;
  const labels = body.map(({ label }: { label: string }) => label);
  expect([status, labels.length, labels.indexOf("false_positive")]).toEqual([200, 10_000, 40]);
  expect(meanwhile).toBeGreaterThan(10);
});

it("between two turns of the event loop at most 25 tokens are looked up, and one is handled", async () => {
  const { desk } = server.services;
  const keys = await Promise.all(Array.from({ length: 3 }, () => aKey(server, organization)));
  const forged = Array.from({ length: 1_000 }, () => createToken("kat", "live", desk.random));
  const tokens = [...keys.map((key) => key.token), ...forged];
  const inTurn = { lookups: 0, handled: 0 };
  const most = { lookups: 0, handled: 0 };
  const count = (what: keyof typeof most) => {
    inTurn[what] += 1;
    most[what] = Math.max(most[what], inTurn[what]);
  };
  let done = false;
  const turn = () => {
    Object.assign(inTurn, { lookups: 0, handled: 0 });
    if (!done) setImmediate(turn);
  };
  const store: typeof desk.store = {
    ...desk.store,
    findSecret: (...of) => (count("lookups"), desk.store.findSecret(...of)),
    handleLeak: (...of) => (count("handled"), desk.store.handleLeak(...of)),
  };
  turn();
  const matches = tokens.map((token) => ({ token, type: "", source: "", url: null }));
  const services = { ...server.services, desk: { ...desk, store } };
  await handleAlert(services, matches, { address: "192.0.2.1", requestId: "alert" });
  done = true;
  expect(most).toEqual({ lookups: 25, handled: 1 });
});
