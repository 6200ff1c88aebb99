import classes from "./share-bar.module.css";

interface ShareBarProps {
  /** From 0 to 1. */
  readonly share: number;
  /** The same in words. */
  readonly words: string;
}

/** A part of a whole, as a bar and in words. */
export function ShareBar({ share, words }: ShareBarProps) {
  return (
    <span className={classes.frame}>
      <span className={classes.words}>{words}</span>
      <span className={classes.track} aria-hidden>
        <span className={classes.part} style={{ width: `${Math.min(1, share) * 100}%` }} />
      </span>
    </span>
  );
}
