import { inspect } from "node:util";
import { CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import type { Answer, Call } from "./command.ts";
import { lineOf, linesUnder, type CommandGroup } from "./command-line.ts";
import { asksVersion, catalogAbout, helpAbout, helpAskedIn, withoutHelp } from "./help-asked.ts";
import { Mistake, mistakeOf } from "./mistake.ts";
import { programOf, type Typed } from "./program.ts";
import { listed } from "../words/table.ts";
import { readable } from "./readable.ts";

const { version } = packageJson;

/** Where a command is carried out. */
export interface Terminal {
  /** What the machine's clock says. */
  readonly machineNow: number;
  /** What the installation judges by. */
  readonly now: () => Promise<number>;
  /** What has to be so before anything is changed. @throws an error that says why it is not */
  readonly beforeChange: () => Promise<void>;
  /** Writes to the standard output. Resolves when there is room for more. */
  readonly write: (text: string) => Promise<void>;
  /** How wide it is; `null`: none is, the standard output is a file or a pipe. */
  readonly columns: number | null;
  /** Tells who sits there a line, beside the standard output. */
  readonly note: (line: string) => void;
  /** The same of how far it is, which nobody reads later. */
  readonly progress: (line: string) => void;
}

/** 0: done, and all is well. 1: done, and something is not. 2: it could not be done. */
export async function carryOut(
  groups: readonly CommandGroup[],
  typed: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const json = typed.includes("--json");
  try {
    if (asksVersion(typed)) {
      await terminal.write(json ? documentOf({ version }) : `${version}\n`);
      return 0;
    }
    const asked = helpAskedIn(typed);
    if (asked !== null && linesUnder(groups, asked.slice(0, 1)).length > 0) {
      await terminal.write(
        json ? documentOf(await catalogAbout(groups, asked)) : await helpAbout(groups, asked),
      );
      return 0;
    }
    const found = await commandIn(groups, typed);
    const call = await callOf(found, { ...terminal, json });
    if (found.command.changes?.(call) === true) await terminal.beforeChange();
    const answer = await found.command.run(call);
    await tell(answer, { ...terminal, json });
    return answer.well === false ? 1 : 0;
  } catch (error) {
    const lines = json ? [await failureDocument(error)] : await failureLines(groups, typed, error);
    lines.map(readable).forEach(terminal.note);
    return 2;
  }
}

/** @throws Mistake */
async function commandIn(groups: readonly CommandGroup[], typed: readonly string[]): Promise<Typed> {
  const line = lineOf(groups, typed);
  const loaded = new Map(line && [[line, await line.load()]]);
  // Which every command knows, and no part of one does.
  const args = line === undefined ? typed.filter((word) => word !== "--json") : typed;
  const found: Typed[] = [];
  const program = programOf(groups, loaded, { found: (one) => found.push(one) });
  try {
    program.parse(withoutHelp(args), { from: "user" });
  } catch (error) {
    throw error instanceof CommanderError ? mistakeOf(error, typed, groups) : error;
  }
  const [first] = found;
  if (first === undefined) throw new Mistake("No command was given.", { needsHelp: true });
  return first;
}

async function callOf(
  { line, given, options }: Typed,
  terminal: Terminal & { readonly json: boolean },
): Promise<Call> {
  return {
    ...terminal,
    now: await terminal.now(),
    given: (name) => given.get(name)?.[0] ?? "",
    givenAll: (name) => given.get(name) ?? [],
    value: (name) => options.get(name)?.at(-1),
    values: (name) => options.get(name) ?? [],
    has: (name) => (options.get(name)?.length ?? 0) > 0,
    actor: { type: "shell", command: `katkey ${line.name}` },
  };
}

async function tell(
  answer: Answer,
  { json, note, write, columns }: Terminal & { readonly json: boolean },
): Promise<void> {
  if (json) return write(documentOf(answer.json));
  answer.notes?.map(readable).forEach(note);
  const rows = answer.table === undefined ? [] : listed(answer.table, columns);
  const text = [...answer.lines, ...rows].map((line) => `${readable(line)}\n`).join("");
  if (text !== "") await write(text);
}

async function failureDocument(error: unknown): Promise<string> {
  const { failureOf } = await import("./failure.ts");
  const unforeseen = { code: "unexpected", message: inspect(error) };
  const { code, message } = failureOf(error) ?? unforeseen;
  return JSON.stringify({ error: { code, message } });
}

async function failureLines(
  groups: readonly CommandGroup[],
  typed: readonly string[],
  error: unknown,
): Promise<readonly string[]> {
  if (error instanceof Mistake) {
    const begun = typed.slice(0, 1);
    const words = linesUnder(groups, begun).length > 0 ? begun : [];
    return error.needsHelp
      ? [error.message, "", (await helpAbout(groups, words)).trimEnd()]
      : [error.message];
  }
  const { failureOf } = await import("./failure.ts");
  return [failureOf(error)?.message ?? inspect(error)];
}

function documentOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
