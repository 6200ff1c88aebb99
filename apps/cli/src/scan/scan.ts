import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { recognizeToken, reportLeak, verifyServiceToken, type RecognizedToken } from "@katkey/keys";
import { CommandError, defineCommand, type Call } from "../command/command.ts";
import { changeLeaked } from "../installation.ts";
import { faultOf } from "./files-under.ts";
import type { Find } from "./find.ts";
import { createFinds } from "./finds.ts";
import { scanPlaces, type Sighting } from "./scan-places.ts";
import { amountOf, toldOfScan } from "./told-of-scan.ts";

type Desk = ReturnType<typeof changeLeaked>;

export const keysScan = defineCommand({
  arguments: {
    path: { takes: "<path...>", about: "Files and directories to look through; - reads the standard input" },
  },
  options: {
    mark: { about: "Mark the keys of live tokens as exposed" },
    revoke: { about: "Revoke the keys of live tokens; of a rotation only the old token that was found" },
  },
  example: "katkey keys scan /srv/app ~/.bash_history",
  changes: ({ has }) => has("mark") || has("revoke"),
  async run(call) {
    const policy = policyOf(call);
    const paths = call.givenAll("path");
    await assertReadable(paths);
    const desk = changeLeaked();
    try {
      const finds = createFinds();
      const judge = createJudge(desk, call, policy);
      const scan = scanPlaces(paths, {
        brand: desk.brand,
        input: process.stdin,
        onProgress: (scanned) =>
          call.progress(`… ${amountOf(scanned)}, ${finds.soFar().tokens.toLocaleString("en")} found`),
      });
      let step = await scan.next();
      for (; step.done !== true; step = await scan.next()) {
        const find = await judge(step.value);
        if (find !== null) finds.add(find);
      }
      return toldOfScan(finds.soFar(), step.value);
    } finally {
      desk.close();
    }
  },
});

/** `null`: only look. */
function policyOf(call: Pick<Call<string, "mark" | "revoke">, "has">): "mark" | "revoke" | null {
  if (call.has("mark") && call.has("revoke")) {
    throw new CommandError("Say --mark or --revoke: not both.", { code: "options_conflict" });
  }
  if (call.has("revoke")) return "revoke";
  return call.has("mark") ? "mark" : null;
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EACCES: "it is closed to this user",
};

async function assertReadable(paths: readonly string[]): Promise<void> {
  for (const path of paths.filter((one) => one !== "-")) {
    const found = await stat(path).catch((cause: unknown) => {
      const fault = faultOf(cause);
      throw unreadable(`${path} cannot be read: ${words[fault] ?? fault}.`, cause);
    });
    if (!found.isFile() && !found.isDirectory()) throw unreadable(`${path} is no file and no directory.`);
  }
}

function unreadable(message: string, cause?: unknown): CommandError {
  return new CommandError(message, { code: "path_unreadable", cause });
}

async function recognize(desk: Desk, token: string, now: number): Promise<RecognizedToken | null> {
  const recognized = await recognizeToken(desk, token, now);
  if (recognized?.kind !== "svc") return recognized;
  const found = await verifyServiceToken(desk.serviceTokens, token, { brand: desk.brand, now });
  if (found.valid) return { ...recognized, state: "live" };
  return { ...recognized, state: found.reason === "unknown" ? "unknown" : "ended" };
}

/** Tokens whose next sighting is not looked up again. */
const mostRemembered = 100_000;

/** Says of each sighting whose token it is, and does what is to be done, once for each token. */
function createJudge(desk: Desk, call: Pick<Call, "actor" | "now">, policy: ReturnType<typeof policyOf>) {
  const judged = new Map<string, Pick<Find, "outcome"> & RecognizedToken>();

  async function look({ token, path, line, column }: Sighting) {
    const recognized = await recognize(desk, token, call.now);
    if (recognized === null) return null;
    const { state, key } = recognized;
    if (policy === null || key === null || (state !== "live" && state !== "quarantined")) {
      return { ...recognized, outcome: null };
    }
    const place = path === "(standard input)" ? path : resolve(path);
    const leak = { token, source: "scan", url: `${place}:${line}:${column}` };
    const actor = { type: "operator", id: null, label: call.actor.command } as const;
    const outcome = await reportLeak(desk, leak, {
      actor,
      now: call.now,
      address: null,
      requestId: null,
      policy,
    });
    return { ...recognized, outcome };
  }

  return async (sighting: Sighting): Promise<Find | null> => {
    const { token, path, line, column } = sighting;
    const recognized = judged.get(token) ?? (await look(sighting));
    if (recognized === null) return null;
    if (judged.size >= mostRemembered) judged.clear();
    judged.set(token, recognized);
    const maskedToken = `${desk.brand}_${recognized.kind}_…${token.slice(-4)}`;
    return { path, line, column, maskedToken, ...recognized };
  };
}
