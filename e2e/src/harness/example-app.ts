import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { cleanUp } from "./clean-up.ts";
import type { RunningServer } from "./server.ts";

const program = fileURLToPath(
  new URL("../../../apps/server/src/pages/docs/guides/partner-app.mjs", import.meta.url),
);

interface Registered {
  readonly port: number;
  readonly clientId: string;
  readonly secret: string;
}

/** Runs the program of the guide for partner apps, as whoever copies it does. Resolves to its address once it listens. */
export async function startExampleApp(
  server: Pick<RunningServer, "origin">,
  { port, clientId, secret }: Registered,
): Promise<string> {
  const child = spawn(process.execPath, [program], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      KATKEY_URL: server.origin,
      CLIENT_ID: clientId,
      CLIENT_SECRET: secret,
      PORT: String(port),
    },
  });
  const gone = once(child, "close");
  cleanUp(async () => {
    child.kill("SIGKILL");
    await gone;
  });
  let said = "";
  const origin = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        said += chunk;
        const [, address] = /Open (http:\S+)/.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
  });
  const ended = gone.then(() => Promise.reject(new Error(`The app ended: ${said}`)));
  return Promise.race([origin, ended]);
}
