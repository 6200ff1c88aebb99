/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus --
   a list that belongs to a combobox: no tag of HTML is one, and the focus stays in the field */
import { IconCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "./command.ts";
import classes from "./palette.module.css";

interface PaletteOptionProps {
  readonly id: string;
  readonly command: Command;
  readonly active: boolean;
  readonly onActive: () => void;
  readonly onChoose: () => void;
}

export function PaletteOption({ id, command, active, onActive, onChoose }: PaletteOptionProps) {
  const { t } = useTranslation("palette");
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const { label, detail, current, icon: Icon } = command;
  return (
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      className={classes.option}
      // Only a mouse that moves: a list that scrolls under one that rests must not change what Enter does.
      onMouseMove={onActive}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={17} stroke={1.8} aria-hidden />
      <span className={classes.label}>{label}</span>
      {detail !== undefined && <span className={classes.detail}>{detail}</span>}
      {current === true && (
        <>
          <IconCheck size={16} aria-hidden />
          <span className="visually-hidden">{t("current")}</span>
        </>
      )}
    </div>
  );
}
