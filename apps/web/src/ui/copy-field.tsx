import { CopyButton } from "./copy-button.tsx";
import classes from "./copy-field.module.css";

interface CopyFieldProps {
  readonly value: string;
  readonly what: string;
}

/** One line that is there to be copied; a click selects all of it. */
export function CopyField({ value, what }: CopyFieldProps) {
  return (
    <div className={classes.frame}>
      <input
        className={classes.value}
        value={value}
        aria-label={what}
        readOnly
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={value} what={what} />
    </div>
  );
}
