import { errorsSource } from "./errors-source.ts";
import { guides, readGuide } from "./guides.ts";
import { forInstallation, type Installation } from "./installation.ts";
import { layOut } from "./layout.ts";
import { pathOf, withMarkdownLinks } from "./links.ts";
import { renderMarkdown } from "./markdown.ts";
import type { PageLink } from "./navigation.ts";
import { referenceSources } from "./reference/reference-sources.ts";
import { sourceOf, type Source } from "./source.ts";

/** A page in both of its forms, made when they are asked for. */
export interface DocumentationPage extends PageLink {
  /** One sentence. */
  readonly description: string;
  html(): string;
  markdown(): string;
}

/** Every page of the documentation, for this installation. */
export function createLibrary(installation: Installation): readonly DocumentationPage[] {
  const sources = sourcesOf(installation);
  const links = sources.map((source) => linkOf(source, installation));
  return sources.map((source, index) => ({
    ...linkOf(source, installation),
    html: () => htmlOf(source, { index, links, installation }),
    markdown: () => withMarkdownLinks(textOf(source, installation), installation.origin),
  }));
}

function sourcesOf(installation: Installation): readonly Source[] {
  return [
    ...guides.map((name) => ({ name, kind: "guide", ...sourceOf(readGuide(name)) }) as const),
    ...referenceSources(installation),
    { name: "errors", kind: "reference", ...sourceOf(errorsSource()) },
  ];
}

function linkOf({ name, kind, label, head }: Source, installation: Installation) {
  const { title, lead } = renderMarkdown(forInstallation(head, installation));
  return { path: pathOf(name), kind, title, label: label ?? title, description: lead };
}

interface Surroundings {
  readonly index: number;
  readonly links: readonly PageLink[];
  readonly installation: Installation;
}

function htmlOf(source: Source, { index, links, installation }: Surroundings): string {
  const rendered = renderMarkdown(textOf(source, installation), source.landings?.());
  const words = source.sections?.();
  const listed = rendered.headings.filter(({ level }) => level === 2);
  const sections = listed.map(({ id, text }) => ({ id, text, words: words?.get(text) ?? null }));
  return layOut({ ...rendered, path: pathOf(source.name), sections }, { links, index });
}

function textOf({ head, body }: Source, installation: Installation): string {
  return forInstallation(`${head}\n\n${body()}`, installation);
}
