import { resolve } from "node:path";
import {
  exportAudit,
  exportFormats,
  exportInstallationLog,
  findOrganization,
  installation,
  KeyError,
} from "@katkey/keys";
import { exportHead, exportLines } from "@katkey/server/exports/audit-lines";
import { CommandError, defineCommand, type Call } from "../command/command.ts";
import { counted } from "../words/counted.ts";
import { changeLogs, readLogs } from "../installation.ts";
import { actIn, organizationTyped } from "../organizations/with-organizations.ts";
import { everyChain, type Chain, type Logs } from "./chains.ts";
import { writeWhole } from "./export-file.ts";

/** So many entries are held at once. */
const atOnce = 1_000;

type Typed = Pick<Call<never, "organization" | "all" | "format" | "to" | "unrecorded">, "has" | "value"> &
  Pick<Call, "actor" | "now" | "json" | "write">;

export const auditExport = defineCommand({
  options: {
    organization: { takes: "<id>", about: "The log of this one" },
    all: { about: "The logs of all organizations, one behind the other, and then the installation's own" },
    format: { takes: "<format>", about: "jsonl unless it is said", choices: exportFormats },
    to: { takes: "<file>", about: "Into this file, which must not be there; else to the standard output" },
    unrecorded: { about: "Do not note it in the logs, as when nothing can be written" },
  },
  example: "katkey audit export --all --to audit-2026-11-22.jsonl",
  changes: ({ has }) => !has("unrecorded"),
  async run(call) {
    assertClear(call);
    const logs = call.has("unrecorded") ? readLogs() : changeLogs();
    try {
      const chains = await chainsIn(logs, call.value("organization"));
      const taken: Taken[] = [];
      const take = (write: Call["write"]) => takeAll(logs, chains, { call, write, taken });
      const to = call.value("to");
      if (to === undefined) await take(call.write);
      else await writeWhole(resolve(to), take);
      return answerOf(taken, to === undefined ? null : resolve(to));
    } finally {
      logs.close();
    }
  },
});

function assertClear({ has, json, value }: Typed): void {
  if (has("all") === has("organization")) {
    throw new CommandError("Say either --organization <id> or --all.", { code: "usage" });
  }
  if (json && value("to") === undefined) {
    throw new CommandError("Say --to <file>: with --json the standard output tells of the export.", {
      code: "usage",
    });
  }
}

async function chainsIn(logs: Logs, typed: string | undefined): Promise<readonly Chain[]> {
  if (typed === undefined) return everyChain(logs);
  const { id, name } = await findOrganization(logs, organizationTyped(typed));
  return [{ id, name }];
}

/** What was taken out of a log. */
interface Taken {
  readonly log: Chain["id"];
  readonly entries: number;
  /** So many could not be read. */
  readonly missing: number;
}

interface Taking {
  readonly call: Typed;
  readonly write: Call["write"];
  readonly taken: Taken[];
}

/** Notes all of it before the first entry leaves. */
async function takeAll(logs: Logs, chains: readonly Chain[], { call, write, taken }: Taking): Promise<void> {
  const format = formatOf(call);
  const ends = [];
  for (const chain of chains) ends.push({ chain, ...(await noted(logs, chain, call)) });
  await write(exportHead(format));
  for (const { chain, last } of ends) {
    let [after, written] = [0, 0];
    for (;;) {
      const { items } = await logs.audit.list(chain.id, {
        after,
        before: last + 1,
        oldestFirst: true,
        limit: atOnce,
      });
      if (items.length > 0) await write(exportLines(format, items));
      written += items.length;
      after = items.at(-1)?.seq ?? last;
      if (items.length < atOnce) break;
    }
    // They are numbered without a gap.
    taken.push({ log: chain.id, entries: written, missing: last - written });
  }
}

/** Up to where it is taken, on record unless it must not be. */
async function noted(logs: Logs, { id }: Chain, call: Typed) {
  if (!call.has("unrecorded")) await record(logs, id, call);
  // With its own entry at the end: it tells when it was taken also of a log in which nothing was done.
  return logs.audit.count(id, {});
}

async function record({ audit, random }: Logs, id: Chain["id"], call: Typed): Promise<void> {
  const request = { filter: {}, format: formatOf(call), random };
  const { actor, now } = call;
  try {
    await (id === installation
      ? exportInstallationLog(audit, { actor, now, address: null, requestId: null }, request)
      : exportAudit(audit, actIn(id, { actor, now }), request));
  } catch (cause) {
    if (!(cause instanceof KeyError) || !cause.code.startsWith("storage_")) throw cause;
    const message = `${cause.message} With --unrecorded the logs are taken out without a note of it in them.`;
    throw new CommandError(message, { code: cause.code, cause });
  }
}

function formatOf({ value }: Typed) {
  return exportFormats.find((format) => format === value("format")) ?? "jsonl";
}

function answerOf(taken: readonly Taken[], file: string | null) {
  const entries = taken.reduce((sum, one) => sum + one.entries, 0);
  const unread = taken.filter(({ missing }) => missing > 0);
  const notes = unread.map(
    ({ log, missing }) =>
      `${log}: ${counted(missing, "entry", "entries")} could not be read. katkey audit verify names the first.`,
  );
  const sum = `${counted(entries, "entry", "entries")} of ${counted(taken.length, "log")}.`;
  return {
    json: { file, entries, logs: taken },
    lines: file === null ? [] : [file],
    notes: [...notes, sum],
    well: unread.length === 0,
  };
}
