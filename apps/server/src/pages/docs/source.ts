import type { Landings } from "./markdown.ts";

/** A page before it is made. Markdown. */
export interface Source {
  /** As of a file, without `.md`: `limits`, `reference/keys`. */
  readonly name: string;
  readonly kind: "guide" | "reference";
  /** What the navigation calls the page, when its title says more than is needed there. */
  readonly label?: string;
  /** Title and lead: what other pages say of this one. */
  readonly head: string;
  /** The rest, made when somebody reads it. */
  readonly body: () => string;
  /** What the navigation says of a section, by its heading. */
  readonly sections?: () => ReadonlyMap<string, string>;
  readonly landings?: () => Landings;
}

/** What is written in one piece. */
export function sourceOf(markdown: string): Pick<Source, "head" | "body"> {
  const [title, lead, ...body] = markdown.split("\n\n");
  return { head: `${title}\n\n${lead}`, body: () => body.join("\n\n") };
}
