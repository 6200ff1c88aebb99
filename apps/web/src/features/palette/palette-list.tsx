/* oxlint-disable jsx-a11y/prefer-tag-over-role --
   a list that belongs to a combobox: no tag of HTML is one, and the focus stays in the field */
import { useTranslation } from "react-i18next";
import type { Command } from "./command.ts";
import { PaletteOption } from "./palette-option.tsx";
import classes from "./palette.module.css";
import type { Group } from "./use-palette.ts";

interface PaletteListProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly Group[];
  readonly activeId: string | null;
  readonly optionId: (id: string) => string;
  readonly onActive: (id: string) => void;
  readonly onChoose: (command: Command) => void;
}

export function PaletteList(props: PaletteListProps) {
  const { id, label, groups, activeId, optionId, onActive, onChoose } = props;
  const { t } = useTranslation("palette");
  return (
    <div id={id} role="listbox" aria-label={label} className={classes.list} hidden={groups.length === 0}>
      {groups.map(({ name, commands }) => (
        <div key={name} role="group" aria-labelledby={`${id}-${name}`} className={classes.group}>
          <div id={`${id}-${name}`} role="presentation" className={classes.heading}>
            {t(`groups.${name}`)}
          </div>
          {commands.map((command) => (
            <PaletteOption
              key={command.id}
              id={optionId(command.id)}
              command={command}
              active={command.id === activeId}
              onActive={() => onActive(command.id)}
              onChoose={() => onChoose(command)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
