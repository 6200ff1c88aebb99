import { join } from "node:path";
import { expect, vi } from "vitest";
import { aDirectory } from "./directory.ts";
import { password } from "./installation.ts";
import { aFreePort, aServer } from "./server.ts";
import { aShell } from "./shell.ts";

export const admin = { KATKEY_ADMIN_EMAIL: "ada@example.com", KATKEY_ADMIN_PASSWORD: password };

/** A server notices within a second that a file of it is gone. */
export function untilItIsGone(url: string): Promise<void> {
  const gone = async () => expect(await (await fetch(`${url}/readyz`)).text()).toContain("database_gone");
  return vi.waitFor(gone, 20_000);
}

/** A place for an installation, and a port that nobody listens on. */
export async function aPlace() {
  const data = join(aDirectory(), "data");
  const settings = { KATKEY_DATA_DIR: data, PORT: await aFreePort() };
  return {
    data,
    settings,
    katkey: (typed: readonly string[], more = {}) => aShell({ ...settings, ...more })(...typed),
    start: async (more = {}) => (await aServer({ ...settings, ...more })).url,
  };
}
