import { execFileSync } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "../../apps/demo/src/main.ts");

/** Fills an empty data directory as `npm run demo` does. Returns who may sign in there. */
export function fillWithDemo(dataDirectory: string) {
  const env = { ...process.env, NODE_ENV: "production", KATKEY_DATA_DIR: dataDirectory };
  const said = execFileSync(process.execPath, [main], { encoding: "utf8", env });
  const [, email = ""] = /^ +(\S+@\S+) +owner/m.exec(said) ?? [];
  const [, password = ""] = /^with the password (\S+)$/m.exec(said) ?? [];
  return { email, password };
}

/** The cookie of a new session. */
export async function signIn(origin: string, person: { readonly email: string; readonly password: string }) {
  const answer = await fetch(`${origin}/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const [pair = ""] = answer.headers.getSetCookie().map((header) => header.split(";")[0]);
  const [name = "", value = ""] = pair.split("=");
  return { name, value };
}
