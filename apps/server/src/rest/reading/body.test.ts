import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { openServer, type Reply, type TestServer } from "../../../testing/server.ts";

let server: TestServer;
let organization: TestOrganization;
let token: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ token } = await aKey(server, organization));
});
afterAll(() => server.close());

const json = { "content-type": "application/json" };
const sendText = (body: string | Buffer, headers: Record<string, string> = json, method = "POST") =>
  server.send(method === "POST" ? "/v1/keys" : "/v1/keys/key_0", { method, token, body, headers });
const post = (path: string, body?: unknown) => server.send(path, { method: "POST", token, body });

let names = 0;
const anInput = (more: object = {}) => ({ name: `Body ${(names += 1)}`, environment: "live", ...more });

function codeOf({ status, body }: Reply): [number, string] {
  return [status, body?.code];
}

const read = [422, "validation_failed"];
const malformed = [400, "malformed_json"];
const unsupported = [415, "unsupported_media_type"];

describe("a body that is no JSON object", () => {
  it.each([
    ["not JSON", "{"],
    ["single quotes", "{'name':'a'}"],
    ["a trailing comma", '{"name":"a",}'],
    ["a number that is none", '{"name":NaN}'],
    ["a number with a nought before it", '{"name":01}'],
    ["a number with a sign before it", '{"name":+1}'],
    ["a hexadecimal number", '{"name":0x1}'],
    ["a word", '{"name":undefined}'],
    ["a name without quotes", "{name:1}"],
    ["an escape that is none", String.raw`{"name":"\x41"}`],
    ["an escape cut short", String.raw`{"name":"\u00"}`],
    ["a comment", '{"name":"a"/**/}'],
    ["two values", "{}{}"],
    ["a line for each value", "{}\n{}"],
    ["a bare control character", '{"name":"a\u0001"}'],
    ["a bare line break", '{"name":"a\n"}'],
    ["a space that JSON does not know", "\u00a0{}"],
    ["an array", "[]"],
    ["an array of objects", '[{"name":"a","environment":"live"}]'],
    ["a string", '"a"'],
    ["a number", "1"],
    ["true", "true"],
    ["null", "null"],
    ["spaces", "  \n "],
    ["NUL", "\0"],
    ["NUL behind it", "{}\0"],
    ["a byte order mark", "\ufeff{}"],
    ["a byte order mark alone", "\ufeff"],
    ["33 levels", `{"a":${"[".repeat(32)}${"]".repeat(32)}}`],
    ["1,000 levels", "[".repeat(1_000)],
    ["1,000 levels that are closed", `{"a":${"[".repeat(1_000)}${"]".repeat(1_000)}}`],
    ["45,000 levels", "[".repeat(45_000)],
    ["45,000 objects", '{"a":'.repeat(15_000)],
    ["a string of 100,000 quotes", `{"name":"${String.raw`\"`.repeat(51_190)}`],
  ])("but %s is 400 and is not echoed", async (_, body) => {
    const reply = await sendText(body);
    expect(codeOf(reply)).toEqual(malformed);
    expect(reply.text).not.toMatch(/Unexpected|position|stack|isAdmin/);
    expect(reply.text.length).toBeLessThan(1_000);
  });

  it.each([
    ["UTF-16", Buffer.from('{"name":"a"}', "utf16le")],
    ["UTF-16 with its mark", Buffer.from('\ufeff{"name":"a"}', "utf16le")],
    ["UTF-32", Buffer.from([..."{}"].flatMap((each) => [each.charCodeAt(0), 0, 0, 0]))],
    ["Latin-1", Buffer.from('{"name":"\u00e4"}', "latin1")],
    ["broken UTF-8", Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
    ["overlong UTF-8", Buffer.from([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
    ["half a character in UTF-8", Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
    ["gzip", gzipSync("{}")],
  ])("but bytes in %s is 400", async (_, body) => {
    expect(codeOf(await sendText(body))).toEqual(malformed);
  });

  it("but nothing at all is an empty object", async () => {
    expect(codeOf(await post("/v1/keys"))).toEqual(read);
    expect(codeOf(await post("/v1/keys", ""))).toEqual(read);
  });
});

describe("a body of another media type", () => {
  const types = [
    "text/plain",
    "application/jsonp",
    "application/json-patch+json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    'application/json; charset="utf-8',
    "application/json, text/plain",
    `application/json${" ".repeat(9_000)};`,
    "",
  ];
  it.each(types)("is 415, which names what would be read: %j", async (type) => {
    const posted = await sendText("{}", { "content-type": type });
    expect(codeOf(posted)).toEqual(unsupported);
    expect(posted.headers["accept-post"]).toBe("application/json");
    const patched = await sendText("{}", { "content-type": type }, "PATCH");
    expect(codeOf(patched)).toEqual(unsupported);
    expect(patched.headers["accept-patch"]).toBe("application/json, application/merge-patch+json");
  });

  it.each([
    "application/json",
    "APPLICATION/JSON",
    "application/json; charset=utf-8",
    'application/json;charset="UTF-8"',
    "application/json ; charset=UTF-8 ",
  ])("is not what %j is", async (type) => {
    expect(codeOf(await sendText("{}", { "content-type": type }))).toEqual(read);
  });

  it("is not what a merge patch is to PATCH, and only to PATCH", async () => {
    const type = { "content-type": "application/merge-patch+json" };
    expect(codeOf(await sendText("{}", type, "PATCH"))).toEqual([404, "key_not_found"]);
    expect(codeOf(await sendText("{}", type))).toEqual(unsupported);
  });
});

describe("a body in a content coding", () => {
  it.each(["gzip", "br", "deflate", "zstd", "x", "identity, gzip", "GZIP"])("is 415: %s", async (coding) => {
    const reply = await sendText("{}", { ...json, "content-encoding": coding });
    expect(codeOf(reply)).toEqual(unsupported);
    expect(reply.headers["accept-encoding"]).toBe("identity");
  });

  it("is not unpacked, however large it would become", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(codeOf(await sendText(bomb, { ...json, "content-encoding": "gzip" }))).toEqual(unsupported);
    expect(codeOf(await sendText(bomb, { ...json, "transfer-encoding": "gzip, chunked" }))[0]).toBe(400);
    expect(codeOf(await sendText(bomb))).toEqual(malformed);
  });

  it("that changes nothing is read", async () => {
    expect(codeOf(await sendText("{}", { ...json, "content-encoding": "identity" }))).toEqual(read);
  });
});

const ofSize = (bytes: number) => `{"note":"${"x".repeat(bytes - 11)}"}`;

describe("a body", () => {
  it("of 100 kB is read, and of one byte more is 413, after which the connection still serves", async () => {
    expect(ofSize(102_400)).toHaveLength(102_400);
    expect(codeOf(await sendText(ofSize(102_400)))).toEqual(read);
    expect(codeOf(await sendText(ofSize(102_401)))).toEqual([413, "body_too_large"]);
    expect((await server.send("/v1/user", { token })).status).toBe(200);
  });

  it("of many megabytes is 413 before it is read to its end", async () => {
    const text =
      `POST /v1/keys HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: 50000000\r\n\r\n${"x".repeat(1_100_000)}`;
    const received = await server.raw(text);
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toMatch(/Connection: close/i);
  });

  it("is not read before the key is known", async () => {
    const reply = await server.send("/v1/keys", { method: "POST", body: "{", headers: json });
    expect(reply.status).toBe(401);
  });

  it("with a token in it is refused, and the token's key is marked as exposed", async () => {
    for (const field of ["access_token", "note", "name"]) {
      const { key, token: leaked } = await aKey(server, organization);
      const reply = await post("/v1/keys", anInput({ [field]: leaked }));
      expect(codeOf(reply)).toEqual([400, "token_in_url"]);
      expect(reply.text).not.toContain(leaked);
      const found = await server.services.desk.store.findKey(organization.id, key.id);
      expect(found?.secrets[0].exposure).toMatchObject({ by: "url" });
    }
  });
});

describe("a body that a reader would change in silence is 422 and names the place", () => {
  it.each([
    ["the name of every object's prototype", '"__proto__":{"isAdmin":true}', "__proto__"],
    ["that name deep inside", '"note":[{"__proto__":{"isAdmin":true}}]', "note.0.__proto__"],
    ["that name escaped", String.raw`"__pr\u006fto__":{"isAdmin":true}`, "__proto__"],
    ["a constructor's prototype", '"constructor":{"prototype":{"isAdmin":true}}', "constructor"],
    ["a prototype", '"prototype":{"isAdmin":true}', "prototype"],
    ["a field twice", '"name":"b"', "name"],
    ["half a character", String.raw`"note":"a\ud800"`, "note"],
    ["half a character in a name", String.raw`"\udfff":1`, "\ufffd"],
    ["half a character where nobody looks", String.raw`"x":[["\ud83d"]]`, "x.0.0"],
    ["NUL", String.raw`"note":"a\u0000"`, "note"],
    ["a number that is rounded", '"note":9007199254740993', "note"],
    ["a number that is infinite", '"note":[-1e400]', "note.0"],
  ])("with %s", async (_, more, path) => {
    const reply = await sendText(`{${JSON.stringify(anInput()).slice(1, -1)},${more}}`);
    expect(codeOf(reply)).toEqual(read);
    expect(reply.body.errors).toEqual([{ path, message: expect.any(String), code: expect.any(String) }]);
    expect(Reflect.get({}, "isAdmin")).toBeUndefined();
  });

  it("fifty places at most, and no place at length", async () => {
    const long = "x".repeat(60_000);
    const reply = await sendText(`{"${long}":[${"1e400,".repeat(5_000)}0]}`);
    expect(codeOf(reply)).toEqual(read);
    expect(reply.text.length).toBeLessThan(1_000);
    const many = await sendText(`{"x":[${"1e400,".repeat(5_000)}0]}`);
    expect(many.body.errors).toHaveLength(50);
  });
});

async function overlap(number: string) {
  const { key } = await aKey(server, organization);
  const path = `/v1/keys/${key.id}/rotate`;
  const reply = await server.send(path, {
    method: "POST",
    token,
    headers: json,
    body: `{"overlapSeconds":${number}}`,
  });
  return reply.body.key?.status ?? codeOf(reply);
}

describe("a number", () => {
  it.each([
    ["5", "rotating"],
    ["5.0", "rotating"],
    ["5e0", "rotating"],
    ["0", "active"],
    ["-0", "active"],
    ["0.0", "active"],
  ])("%s is the integer that it is", async (number, status) => {
    expect(await overlap(number)).toBe(status);
  });

  it.each(["5.5", "5.00000000000000000001", '"5"', "1e400", "-1e400", "1e-400", "9007199254740993", "1e20"])(
    "%s is none that is near it",
    async (number) => {
      expect(await overlap(number)).toEqual(read);
    },
  );
});
