import { describe, expect, it } from "vitest";
import { aGithub } from "../../testing/github.ts";
import { createGithubKeys } from "./github-keys.ts";

const github = aGithub();
const minute = 60_000;

/** What GitHub is asked, and answers: anything but a listing is an outage. */
function setUp() {
  let at = 0;
  let answer: () => Response | Promise<Response> = ours;
  const asked: RequestInit[] = [];
  const failures: unknown[] = [];
  const keys = createGithubKeys({
    monotonic: () => at,
    fetch: async (url, init = {}) => {
      expect(url).toBe("https://api.github.com/meta/public_keys/secret_scanning");
      asked.push(init);
      return answer();
    },
    onFailure: (cause) => failures.push(cause),
  });
  const find = async (identifier = github.identifier) => {
    try {
      return (await keys.find(identifier)) === null ? "unknown" : "known";
    } catch (error) {
      return error instanceof Error ? error.name : "?";
    }
  };
  return {
    find,
    asked,
    failures,
    wait: (milliseconds: number) => (at += milliseconds),
    answers: (next: typeof answer) => (answer = next),
  };
}

const ours = () => listing([[github.identifier, github.pem]]);

function listing(keys: readonly (readonly [string, string])[], headers: Record<string, string> = {}) {
  const listed = keys.map(([key_identifier, key]) => ({ key_identifier, key, is_current: true }));
  return Response.json({ public_keys: listed }, { headers });
}

const outage = () => Promise.reject(new Error("offline"));

describe("GitHub's keys", () => {
  it("are fetched when one is asked for, once for all who ask, and not again for an hour", async () => {
    const { find, asked, wait } = setUp();
    expect(await Promise.all([find(), find(), find("another")])).toEqual(["known", "known", "unknown"]);
    wait(59 * minute);
    expect(await find()).toBe("known");
    expect(asked).toHaveLength(1);
    wait(minute);
    await find();
    expect(asked).toHaveLength(2);
  });

  it("are asked for without following redirects, and by name only where they have changed", async () => {
    const { find, asked, wait, answers } = setUp();
    answers(() => listing([[github.identifier, github.pem]], { etag: '"1"' }));
    await find();
    wait(60 * minute);
    answers(() => new Response(null, { status: 304 }));
    expect(await find()).toBe("known");
    expect(asked.map(({ redirect, headers }) => [redirect, headers])).toMatchObject([
      ["error", {}],
      ["error", { "If-None-Match": '"1"' }],
    ]);
    expect(asked[0]?.headers).not.toHaveProperty("If-None-Match");
    expect(asked.every(({ signal }) => signal instanceof AbortSignal)).toBe(true);
  });

  it("that are not known make GitHub be asked, but not as often as strangers name them", async () => {
    const { find, asked, wait, answers } = setUp();
    await find();
    const next = aGithub();
    answers(() => listing([["next", next.pem]]));
    for (let i = 0; i < 100; i += 1) expect(await find("next")).toBe("unknown");
    expect(asked).toHaveLength(1);
    wait(5 * minute);
    expect(await find("next")).toBe("known");
    expect(asked).toHaveLength(2);
    // What GitHub has withdrawn is believed no more.
    expect(await find()).toBe("unknown");
  });

  it("that are known do not wait until GitHub has answered about a stranger's", async () => {
    const { find, wait, answers } = setUp();
    await find();
    const { promise, resolve: answer } = Promise.withResolvers<Response>();
    answers(() => promise);
    wait(5 * minute);
    const strangers = find("next");
    expect(await find()).toBe("known");
    answer(ours());
    expect(await strangers).toBe("unknown");
  });

  it("go on while GitHub cannot be asked; others are to come again", async () => {
    const { find, failures, wait, answers } = setUp();
    await find();
    answers(outage);
    wait(60 * minute);
    expect(await find()).toBe("known");
    expect(await find("next")).toBe("GithubKeysError");
    expect(failures).toHaveLength(1);
    answers(() => listing([["next", github.pem]]));
    wait(10_000);
    expect(await find("next")).toBe("known");
  });

  it.each([
    ["nobody answers", outage],
    ["the answer is an error", () => new Response("no", { status: 500 })],
    ["the answer is another thing", () => new Response("<html>")],
    ["the answer does not end", () => new Response("x".repeat(200_000))],
  ])("cannot be had when %s", async (_, answer) => {
    const { find, asked, wait, answers } = setUp();
    answers(answer);
    expect(await find()).toBe("GithubKeysError");
    wait(9_999);
    expect(await find()).toBe("GithubKeysError");
    expect(asked).toHaveLength(1);
  });

  it("of another kind or curve are none", async () => {
    const { find, answers } = setUp();
    answers(() =>
      listing([
        ["other", aGithub("secp384r1").pem],
        ["broken", "-----BEGIN"],
        ["good", github.pem],
      ]),
    );
    expect([await find("other"), await find("broken"), await find("good")]).toEqual([
      "unknown",
      "unknown",
      "known",
    ]);
  });
});
