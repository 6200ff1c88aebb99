import classes from "./logo.module.css";

interface LogoProps {
  /** A data URI. */
  readonly image: string | null;
  /** Whose: without a picture its first letter stands in. */
  readonly name: string;
  readonly size?: "md" | "lg";
}

/** A small picture beside a name, which says everything already. */
export function Logo({ image, name, size = "md" }: LogoProps) {
  if (image === null) {
    const [letter = ""] = name.trim();
    // Drawn and not written, as the initials of people are.
    return <span className={classes.tile} data-size={size} data-letter={letter.toUpperCase()} aria-hidden />;
  }
  return <img className={classes.tile} data-size={size} src={image} alt="" />;
}
