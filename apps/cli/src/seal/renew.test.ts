import { expect, it } from "vitest";
import { anInstallation } from "../../testing/installation.ts";
import { aServer } from "../../testing/server.ts";
import { aShell } from "../../testing/shell.ts";

it("is refused, and nothing changed, while the server does not seal with the new key", async () => {
  const { directory, close } = await anInstallation();
  close();
  const [old, next] = ["01".repeat(32), "02".repeat(32)];
  const settings = (key: string) => ({
    KATKEY_DATA_DIR: directory,
    KATKEY_LOG_LEVEL: "error",
    KATKEY_SEAL_KEY: key,
  });
  const seal = (key: string, typed: string) => aShell(settings(key))("seal", typed);
  await seal(old, "apply");
  for (const known of [old, `${old},${next}`]) {
    const running = await aServer(settings(known));
    const early = await seal(`${next},${old}`, "renew");
    expect(early).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^The server does not seal yet with .* Nothing was changed\.\n$/),
    });
    await running.end("SIGTERM");
  }
  expect(await seal(old, "check")).toMatchObject({ code: 0 });
  const running = await aServer(settings(`${next},${old}`));
  expect(await seal(`${next},${old}`, "renew")).toMatchObject({ code: 0 });
  await running.end("SIGTERM");
  expect(await seal(next, "check")).toMatchObject({ code: 0 });
});
