import { createInterface } from "node:readline";
import { locateKey, type KeyId, type OrganizationId } from "@katkey/keys";
import { CommandError, type Answer, type Call } from "../command/command.ts";
import { organizationTyped, type Organizations } from "../organizations/with-organizations.ts";
import type { KeyView } from "./key-views.ts";

/** Which key. */
export const key = {
  key: {
    takes: "<id>",
    about:
      "Of the key (key_…), or the publicKeyId of one of its tokens; the token itself is not needed. - reads it from the standard input",
  },
} as const;

export const ofOrganization = {
  organization: { takes: "<id>", about: "Only a key of this organization; else of any" },
} as const;

/** Whose key it is that was typed. Of a whole token only the part is read that is no secret. */
export async function keyTyped(
  { desk }: Organizations,
  { given, value }: Pick<Call<"key", "organization">, "given" | "value">,
): Promise<{ readonly organizationId: OrganizationId; readonly keyId: KeyId }> {
  const organization = value("organization");
  const [id = ""] = (await wordTyped(given("key"))).replace(/^[a-z]+_(?:live|test)_/, "").split(".");
  if (!/^(?:key_\w+|[0-9A-Za-z]{16})$/.test(id)) {
    const message = `${id} is no id of a key, which begins with key_, nor a publicKeyId, which has 16 letters and digits: katkey keys list says them.`;
    throw new CommandError(message, { code: "usage" });
  }
  return locateKey(desk, {
    id,
    ...(organization !== undefined && { organizationId: organizationTyped(organization) }),
  });
}

/** A token that is read is in no shell's memory. */
async function wordTyped(given: string): Promise<string> {
  if (given !== "-") return given;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") return line.trim();
  }
  throw new CommandError("Nothing came in at the standard input.", { code: "usage" });
}

interface Issued {
  readonly view: KeyView;
  readonly token: string;
}

/** The token alone is said, so that it can go where it belongs; the rest is for who sits there. */
export function tellToken(
  { view, token }: Issued,
  sentence: string,
): Answer & Required<Pick<Answer, "notes">> {
  return {
    json: { key: view, token },
    notes: [`${sentence} This is its token. It is shown once:`],
    lines: [token],
  };
}
