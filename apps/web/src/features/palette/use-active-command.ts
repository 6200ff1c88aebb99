import { useState, type KeyboardEvent } from "react";
import type { Command } from "./command.ts";
import { stepTo } from "./step-to.ts";

/** Which line Enter chooses: the first, until the arrows or the mouse say otherwise. */
export function useActiveCommand(commands: readonly Command[], onChoose: (command: Command) => void) {
  const [wanted, setWanted] = useState<string | null>(null);
  const active = commands.find(({ id }) => id === wanted) ?? commands[0] ?? null;
  const press = (event: KeyboardEvent) => {
    // Enter then ends the composing of a letter.
    if (event.nativeEvent.isComposing) return;
    const next = stepTo(event.key, { commands, active });
    if (next === null && event.key !== "Enter") return;
    event.preventDefault();
    if (next !== null) setWanted(next.id);
    else if (active !== null) onChoose(active);
  };
  return { active, press, activate: (id: string) => setWanted(id), reset: () => setWanted(null) };
}
