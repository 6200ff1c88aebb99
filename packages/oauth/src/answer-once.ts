import { hash } from "node:crypto";
import { lifetimes } from "./lifetimes.ts";
import type { OAuthSettings } from "./settings.ts";

/**
 * Takes the first answer to a request to connect, whichever process is given it: of two tabs one connects or refuses,
 * and nothing is done of what the other says. `null`: another answer was first. One that fails is none.
 */
export async function answerOnce(
  { artifacts, now }: Pick<OAuthSettings, "artifacts" | "now">,
  uid: string,
  answer: () => Promise<string>,
): Promise<string | null> {
  const claim = { id: hash("sha256", `answer to ${uid}`, "buffer"), model: "Answer" };
  const kept = { publicId: null, grantId: null, uid: null, payload: "{}" };
  const expiresAt = now() + lifetimes.Interaction * 1000;
  if (!(await artifacts.add({ ...claim, ...kept, expiresAt }, now()))) return null;
  try {
    return await answer();
  } catch (cause) {
    await artifacts.remove(claim);
    throw cause;
  }
}
