import type { Icon } from "@tabler/icons-react";

export type CommandGroup = "recent" | "pages" | "actions" | "organizations" | "view" | "keys";

/** Something to go to or to do, as a line of the palette. */
export interface Command {
  /** Stays the same from visit to visit: what was used last is remembered by it. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly detail?: string | undefined;
  /** Other words by which somebody may look for it. */
  readonly keywords?: string;
  readonly icon: Icon;
  /** It is so already: the theme that is shown, the organization that is open. */
  readonly current?: boolean;
  readonly run: () => void;
}
