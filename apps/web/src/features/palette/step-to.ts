import type { Command } from "./command.ts";

interface Position {
  readonly commands: readonly Command[];
  readonly active: Command | null;
}

/** Where a key leads in the list, around its ends; `null` for keys that belong to the text. */
export function stepTo(key: string, { commands, active }: Position): Command | null {
  const here = commands.findIndex(({ id }) => id === active?.id);
  if (key === "ArrowDown") return commands[here + 1] ?? commands[0] ?? null;
  if (key === "ArrowUp") return commands.at(here - 1) ?? null;
  if (key === "PageDown") return commands[Math.min(here + pageSize, commands.length - 1)] ?? null;
  if (key === "PageUp") return commands[Math.max(here - pageSize, 0)] ?? null;
  return null;
}

const pageSize = 6;
