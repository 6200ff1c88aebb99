import { generateKeyPairSync, sign } from "node:crypto";
import type { GithubKeys } from "../src/alerts/github-keys.ts";
import type { Sent, TestServer } from "./server.ts";

/** Signs as GitHub does, with a key of its own. */
export function aGithub(namedCurve = "prime256v1") {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
  const identifier = "f9525bf080f75b3506ca1ead061add62b8633a346606dc5fe544e29231c6ee0d";
  const signed = (body: string): Record<string, string> => ({
    "content-type": "application/json",
    "github-public-key-identifier": identifier,
    "github-public-key-signature": sign("sha256", Buffer.from(body), privateKey).toString("base64"),
  });
  const keys: GithubKeys = { find: async (id) => (id === identifier ? publicKey : null) };
  return {
    keys,
    identifier,
    pem: publicKey.export({ format: "pem", type: "spki" }).toString(),
    signed,
    /** Tells the server of these matches. */
    tell: (server: Pick<TestServer, "send">, matches: unknown, sent: Sent = {}) => {
      const body = JSON.stringify(matches);
      return server.send("/v1/alerts/github", { method: "POST", headers: signed(body), body, ...sent });
    },
  };
}
