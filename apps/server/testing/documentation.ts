/** A block of code in a page's Markdown, and the section that it stands in. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  readonly section: string;
}

export function codeBlocksOf(markdown: string): readonly CodeBlock[] {
  let section = "";
  return Array.from(
    markdown.matchAll(/^## (?<title>.+)$|^```(?<language>\w+)\n(?<code>[^]*?)^```$/gm),
    (match) => {
      const { title, language = "", code = "" } = match.groups ?? {};
      if (title !== undefined) section = title;
      return { language, code, section };
    },
  ).filter(({ language }) => language !== "");
}
