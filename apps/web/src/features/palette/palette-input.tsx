import { IconSearch } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./palette.module.css";

interface PaletteInputProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly listId: string;
  readonly activeId: string | null;
  /** Whose keys are searched. */
  readonly organization: string | null;
}

/** The combobox of WAI-ARIA's authoring practices, with a list popup that is always shown. */
export function PaletteInput(props: PaletteInputProps) {
  const { value, onChange, onKeyDown, listId, activeId, organization } = props;
  const { t } = useTranslation("palette");
  return (
    <div className={classes.search}>
      <IconSearch size={18} aria-hidden />
      <input
        className={classes.input}
        role="combobox"
        aria-label={t("label")}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId ?? undefined}
        placeholder={t("placeholder")}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="go"
        data-autofocus
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {organization !== null && <span className={classes.place}>{organization}</span>}
    </div>
  );
}
