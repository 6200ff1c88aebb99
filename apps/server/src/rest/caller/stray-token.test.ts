import { expect, it } from "vitest";
import { strayTokensInUrl, tokensIn } from "./stray-token.ts";

const aToken = (letter: string) => `kat_live_${letter.repeat(16)}.${letter.repeat(49)}`;
const token = aToken("a");
const ofKind = (kind: string) => token.replace("live", kind);
const escaped = (text: string) => [...text].map((each) => `%${each.charCodeAt(0).toString(16)}`).join("");

it.each([
  ["behind two question marks", `/v1/user??access_token=${token}`, [token]],
  ["behind three", `/v1/user???access_token=${token}`, [token]],
  ["behind two question marks, something else", "/v1/user??access_token=x", []],
  ["behind a second question mark", `/v1/user?a=b?token=${token}`, [token]],
  ["escaped in the path", `/v1/keys/${escaped(token)}`, [token]],
  ["escaped in the path, beside a broken escape", `/v1/keys/%zz/${token.replace("_", "%5f")}`, [token]],
  ["escaped in the query", `/v1/keys?search=${escaped(token)}`, [token]],
  ["after a decoy", `/v1/keys/${aToken("b")}?search=${token}`, [aToken("b"), token]],
  ["after a decoy in the query", `/v1/keys?a=${aToken("b")}&b=${token}`, [aToken("b"), token]],
  ["of a service", `/v1/verify?x=${ofKind("svc")}`, [ofKind("svc")]],
  ["of an app", `/v1/x/${ofKind("oat")}/${ofKind("ort")}`, [ofKind("oat"), ofKind("ort")]],
  ["of an app itself", `/v1/x/${ofKind("ocs")}`, [ofKind("ocs")]],
  ["twice", `/v1/keys?a=${token}&b=${token}`, [token]],
])("finds a token %s", (_, url, found) => {
  expect(strayTokensInUrl(url, "kat")).toEqual(found);
});

it.each(["/v1/user", "/v1/keys?search=kat_", "/v1/keys?search=100%", "/v1/keys?tokens=1", `/v1/x${token}`])(
  "finds nothing in %s",
  (url) => {
    expect(strayTokensInUrl(url, "kat")).toBeNull();
  },
);

it("stops at the fifth", () => {
  const text = [..."abcdefgh"].map(aToken).join(" ");
  expect(tokensIn(text, "kat")).toEqual([..."abcde"].map(aToken));
});
