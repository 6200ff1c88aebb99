import { escapeHtml } from "./html.ts";
import { isRequestLine, methodBadge } from "./request-line.ts";

export interface PageLink {
  readonly path: string;
  readonly kind: "guide" | "reference";
  readonly title: string;
  /** What the navigation calls it. */
  readonly label: string;
}

/** A section of the open page. */
export interface Section {
  readonly id: string;
  /** What its heading says. */
  readonly text: string;
  /** What it is about, when the heading says that less well. */
  readonly words: string | null;
}

/** Where one is: the page of this index among all pages. */
export interface Place {
  readonly links: readonly PageLink[];
  readonly index: number;
}

/** The way to every page, and to every section of the open one. HTML. */
export function navigation(place: Place, sections: readonly Section[]): string {
  return `<p>Guides</p>
<ul>${itemsOf("guide", place, sections)}</ul>
<p>Reference</p>
<ul>${itemsOf("reference", place, sections)}<li><a href="/openapi.json">OpenAPI document</a></li></ul>`;
}

function itemsOf(kind: PageLink["kind"], { links, index }: Place, sections: readonly Section[]): string {
  const items = links.map((link, at) => {
    if (link.kind !== kind) return "";
    const here = at === index;
    const current = here ? ' aria-current="page"' : "";
    const item = `<a href="${link.path}"${current}>${escapeHtml(link.label)}</a>`;
    return `<li>${item}${here ? sectionsOf(sections) : ""}</li>`;
  });
  return items.join("");
}

function sectionsOf(sections: readonly Section[]): string {
  if (sections.length === 0) return "";
  return `<ul>${sections.map((section) => `<li>${sectionLink(section)}</li>`).join("")}</ul>`;
}

function sectionLink({ id, text, words }: Section): string {
  const [method = ""] = text.split(" ", 1);
  const badge = isRequestLine(text) ? `${methodBadge(method)} ` : "";
  return `<a href="#${id}">${badge}<span>${escapeHtml(words ?? text)}</span></a>`;
}

/** The way to the page before and the page after. HTML. */
export function neighbours({ links, index }: Place): string {
  const [before, after] = [links[index - 1], links[index + 1]];
  const previous = before ? `<a rel="prev" href="${before.path}">${escapeHtml(before.title)}</a>` : "";
  const next = after ? `<a rel="next" href="${after.path}">${escapeHtml(after.title)}</a>` : "";
  return `<nav class="neighbours" aria-label="Previous and next page">${previous}${next}</nav>`;
}
