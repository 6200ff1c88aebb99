import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";
import classes from "./named-logo.module.css";

interface NamedLogoProps {
  readonly image: string | null;
  readonly name: string;
  /** What is shown for the name, such as a link. */
  readonly children: ReactNode;
  /** The line under it. */
  readonly aside?: ReactNode;
}

/** Something with a logo, as the first cell of its row. */
export function NamedLogo({ image, name, children, aside }: NamedLogoProps) {
  return (
    <span className={classes.frame}>
      <Logo image={image} name={name} />
      <span className={classes.words}>
        <span className={classes.name}>{children}</span>
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
      </span>
    </span>
  );
}
