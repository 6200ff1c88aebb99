import type { ReactNode } from "react";
import classes from "./figure-tiles.module.css";

interface Tile {
  readonly label: string;
  /** A figure, already in the reader's language; `null` while it is on its way. */
  readonly value: string | null;
  /** Beside the figure, such as how it has changed. */
  readonly aside?: ReactNode;
  /** What the figure means, in a sentence. */
  readonly description?: ReactNode;
}

interface FigureTilesProps {
  readonly label: string;
  readonly tiles: readonly Tile[];
}

/** A few figures side by side, each with what it means. */
export function FigureTiles({ label, tiles }: FigureTilesProps) {
  return (
    <dl className={classes.tiles} aria-label={label}>
      {tiles.map(({ label, value, aside, description }) => (
        <div key={label} className={classes.tile}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.line}>
            <span className={classes.value} aria-busy={value === null || undefined}>
              {value ?? "\u2007"}
            </span>
            {aside !== undefined && <span className={classes.aside}>{aside}</span>}
          </dd>
          {description !== undefined && <dd className={classes.description}>{description}</dd>}
        </div>
      ))}
    </dl>
  );
}
