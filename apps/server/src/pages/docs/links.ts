/**
 * Pages name each other as files do, `limits.md#headers`, so that their links also work where the source is read.
 * As HTML they live under /docs, as Markdown at the same address with `.md` behind it.
 */
const pageFile = /^(?<name>[a-z-]+(?:\/[a-z-]+)?)\.md(?<anchor>#.*)?$/;

/** The address of the page whose file has this name. */
export function pathOf(name: string): string {
  return name === "index" ? "/docs" : `/docs/${name}`;
}

/** Where a link leads in HTML. */
export function addressOf(href: string): string {
  const { name, anchor = "" } = pageFile.exec(href)?.groups ?? {};
  return name === undefined ? href : `${pathOf(name)}${anchor}`;
}

/** A page's source, with links that lead from Markdown to Markdown wherever it was saved. */
export function withMarkdownLinks(source: string, origin: string): string {
  return source.replaceAll(/\]\((?<href>[^)\s]+)\)/g, (whole, href: string) => {
    const { name, anchor = "" } = pageFile.exec(href)?.groups ?? {};
    if (name !== undefined) return `](${origin}${pathOf(name)}.md${anchor})`;
    return href.startsWith("/") ? `](${origin}${href})` : whole;
  });
}
