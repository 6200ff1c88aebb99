import { tokenKinds } from "@katkey/keys";

/** What is secret in a token, of whatever brand; also in one that was cut off: its last characters are a checksum. */
const secret = new RegExp(`(?<=_(?:${tokenKinds.join("|")})_[0-9A-Za-z]{16}\\.)[0-9A-Za-z]+`, "g");

/** Some put their token where no token belongs, and what is kept is shown. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(secret, "…");
}
