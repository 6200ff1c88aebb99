import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ProofOptions, Report } from "../report.ts";

/** Set for the process that has the namespace. */
const mark = "KATKEY_PROOF_IN_NAMESPACE";

/** What is started under it ends with whoever started it, however that ends. */
export const diesWith = (signal: "TERM" | "KILL") => ["setpriv", "--pdeathsig", signal] as const;

const proving = fileURLToPath(new URL("../prove.ts", import.meta.url));

/** Whether this process has mounts of its own, which nobody else sees and which go with it. */
export function isInNamespace(): boolean {
  return process.env[mark] !== undefined;
}

/** Has a proof done by a process that may mount. `null`: this user may not start one. */
export async function inNamespace(
  name: string,
  { rounds, say = () => {} }: ProofOptions,
): Promise<Report | null> {
  const unshare = process.getuid?.() === 0 ? ["-m"] : ["-Urm"];
  if (spawnSync("unshare", [...unshare, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status !== 0) return null;
  const command = [
    ...unshare,
    ...diesWith("TERM"),
    process.execPath,
    proving,
    name,
    "--rounds",
    String(rounds),
    "--json",
  ];
  const env = { ...process.env, [mark]: "1" };
  const child = spawn("unshare", command, { env, stdio: ["ignore", "pipe", "pipe"] });
  let [report, progress] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (report += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    progress += text;
    say(text.trimEnd());
  });
  await once(child, "close");
  // Before it, it may say that it builds the product.
  const at = report.search(/^\{$/m);
  if (at === -1) throw new Error(`the proof failed: ${progress}`);
  return JSON.parse(report.slice(at)) as Report;
}
