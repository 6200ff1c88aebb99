import classes from "./sidebar.module.css";

interface InitialsProps {
  readonly name: string;
  /** People are round, organizations are not. */
  readonly round?: boolean;
}

export function Initials({ name, round }: InitialsProps) {
  return (
    // Drawn and not written: as text they would be part of what a button shows, and so of its name.
    <span
      className={classes.tile}
      data-initials={initialsOf(name)}
      data-round={round || undefined}
      aria-hidden
    />
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
