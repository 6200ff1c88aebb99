import { errorsSource } from "./errors-source.ts";
import { guides, readGuide } from "./guides.ts";
import { forInstallation, type Installation } from "./installation.ts";
import { layOut } from "./layout.ts";
import { pathOf, withMarkdownLinks } from "./links.ts";
import { renderMarkdown, type Rendered } from "./markdown.ts";
import { referenceSource } from "./reference/reference-source.ts";

/** A page in both of its forms. */
export interface DocumentationPage {
  /** `/docs`, `/docs/limits`. */
  readonly path: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly kind: "guide" | "reference";
  readonly html: string;
  readonly markdown: string;
}

interface Source {
  readonly name: string;
  readonly kind: DocumentationPage["kind"];
  /** Headings down to this level are listed in the navigation while the page is open. */
  readonly listed: number;
  readonly source: string;
}

/** Every page of the documentation, for this installation. */
export function createLibrary(installation: Installation): readonly DocumentationPage[] {
  const rendered = sourcesOf(installation).map((source) => ({ ...source, ...renderMarkdown(source.source) }));
  const links = rendered.map(({ name, kind, title }) => ({ path: pathOf(name), kind, title }));
  return rendered.map((page) => ({
    path: pathOf(page.name),
    title: page.title,
    description: page.lead,
    kind: page.kind,
    html: layOut({ ...page, path: pathOf(page.name), headings: listedOf(page) }, links),
    markdown: withMarkdownLinks(page.source, installation.origin),
  }));
}

function sourcesOf(installation: Installation): readonly Source[] {
  const sources: readonly Source[] = [
    ...guides.map((name) => ({ name, kind: "guide", listed: 2, source: readGuide(name) }) as const),
    { name: "reference", kind: "reference", listed: 3, source: referenceSource(installation.origin) },
    { name: "errors", kind: "reference", listed: 0, source: errorsSource() },
  ];
  return sources.map((source) => ({ ...source, source: forInstallation(source.source, installation) }));
}

function listedOf({ headings, listed }: Rendered & Source) {
  return headings.filter(({ level }) => level <= listed);
}
