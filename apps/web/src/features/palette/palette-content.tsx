import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { withoutSecret } from "../../lib/keys/token-form.ts";
import type { Command } from "./command.ts";
import { PaletteInput } from "./palette-input.tsx";
import { PaletteList } from "./palette-list.tsx";
import { PaletteOutcome } from "./palette-outcome.tsx";
import { useActiveCommand } from "./use-active-command.ts";
import { usePalette } from "./use-palette.ts";

interface PaletteContentProps {
  readonly onChoose: (command: Command) => void;
}

/** A combobox whose list is always open: the focus stays in the field, the arrows move what Enter would choose. */
export function PaletteContent({ onChoose }: PaletteContentProps) {
  const { t } = useTranslation("palette");
  const [query, setQuery] = useState("");
  const listId = useId();
  const { groups, organization, isSearching, error } = usePalette(query);
  const commands = groups.flatMap((group) => group.commands);
  const { active, press, activate, reset } = useActiveCommand(commands, onChoose);
  const optionId = (id: string) => `${listId}-${id}`;
  const type = (text: string) => {
    // Of a whole token only what names it: the rest is nobody's to see, and not the server's to know.
    setQuery(withoutSecret(text).slice(0, 100));
    reset();
  };
  return (
    <>
      <PaletteInput
        value={query}
        onChange={type}
        onKeyDown={press}
        listId={listId}
        activeId={active && optionId(active.id)}
        organization={organization?.name ?? null}
      />
      <PaletteList
        id={listId}
        label={t("title")}
        groups={groups}
        activeId={active?.id ?? null}
        optionId={optionId}
        onActive={activate}
        onChoose={onChoose}
      />
      <PaletteOutcome query={query} count={commands.length} isSearching={isSearching} error={error} />
    </>
  );
}
