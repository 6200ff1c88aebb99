import { IconEye, IconPencil } from "@tabler/icons-react";
import { StatusBadge } from "./status-badge.tsx";
import classes from "./meanings.module.css";

export interface Meaning {
  /** As programs call it. */
  readonly code: string;
  readonly means: string;
  /** Why to look twice; `null`: it only reads. */
  readonly warning: string | null;
  /** It has no effect now. */
  readonly idle?: boolean;
}

interface MeaningsProps {
  readonly label: string;
  readonly meanings: readonly Meaning[];
}

/** What somebody lets others do, a line for each, with what is risky marked. */
export function Meanings({ label, meanings }: MeaningsProps) {
  return (
    <ul className={classes.list} aria-label={label}>
      {meanings.map(({ code, means, warning, idle = false }) => {
        const Icon = warning === null ? IconEye : IconPencil;
        return (
          <li key={code} className={classes.item} data-idle={idle || undefined}>
            <Icon size={17} stroke={1.8} className={classes.icon} aria-hidden />
            <span className={classes.words}>
              <span className={classes.means}>{means}</span>{" "}
              {warning !== null && (
                <StatusBadge tone="attention" dot={false}>
                  {warning}
                </StatusBadge>
              )}
              <code className={classes.code}>{code}</code>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
