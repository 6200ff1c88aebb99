import MarkdownIt, { type Token } from "markdown-it";
import { addressOf } from "./links.ts";
import { anchorsOfPage } from "./anchors.ts";
import { escapeHtml } from "./html.ts";

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** A page's Markdown as HTML, and what the layout wants to know of it. */
export interface Rendered {
  readonly html: string;
  /** What the first heading says. */
  readonly title: string;
  /** The first paragraph: what the page is about, in a sentence. */
  readonly lead: string;
  /** All but the first. */
  readonly headings: readonly Heading[];
}

const captions: Readonly<Record<string, string>> = {
  sh: "Shell",
  bash: "Shell",
  powershell: "PowerShell",
  dotenv: ".env",
  python: "Python",
  js: "JavaScript (Node)",
  json: "JSON",
  http: "HTTP",
  text: "Text",
};

// Raw HTML is off: whatever an error's text or a schema's description holds is shown, not obeyed.
const markdown = new MarkdownIt({ html: false });
const { rules } = markdown.renderer;

rules["heading_close"] = (tokens, index) => {
  const { tag } = at(tokens, index);
  const id = at(tokens, index - 2).attrGet("id");
  const label = escapeHtml(`Link to “${textOf(at(tokens, index - 1))}”`);
  return id === null
    ? `</${tag}>\n`
    : ` <a class="anchor" href="#${id}" aria-label="${label}"></a></${tag}>\n`;
};

rules["fence"] = (tokens, index) => {
  const { info, content } = at(tokens, index);
  const caption = escapeHtml(captions[info] ?? info);
  // What scrolls must be reachable by keyboard.
  return `<figure class="code" data-language="${escapeHtml(info)}"><figcaption>${caption}</figcaption>
<pre tabindex="0" role="group" aria-label="${caption}"><code>${escapeHtml(content)}</code></pre></figure>\n`;
};

rules["table_open"] = () => `<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n`;
rules["table_close"] = () => "</table></div>\n";

export function renderMarkdown(source: string): Rendered {
  const tokens = markdown.parse(source, {});
  const headings = nameHeadings(tokens);
  linkPages(tokens);
  labelCells(tokens);
  const lead = leadOf(tokens);
  lead?.open.attrSet("class", "lead");
  return {
    html: markdown.renderer.render(tokens, markdown.options, {}),
    title: headings[0]?.text ?? "",
    lead: lead?.text ?? "",
    headings: headings.slice(1),
  };
}

function nameHeadings(tokens: readonly Token[]): readonly Heading[] {
  const nextAnchor = anchorsOfPage();
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const text = textOf(at(tokens, index + 1));
    const heading = { level: Number(token.tag.slice(1)), id: nextAnchor(text), text };
    if (heading.level > 1) token.attrSet("id", heading.id);
    return [heading];
  });
}

function linkPages(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.children) linkPages(token.children);
    const href = token.type === "link_open" ? token.attrGet("href") : null;
    if (typeof href === "string") token.attrSet("href", addressOf(href));
  }
}

/** Where a table has no room for columns, each cell says which it is of. */
function labelCells(tokens: readonly Token[]): void {
  let labels: string[] = [];
  let column = 0;
  tokens.forEach((token, index) => {
    if (token.type === "thead_open") labels = [];
    if (token.type === "tr_open") column = 0;
    if (token.type === "th_open") labels.push(textOf(at(tokens, index + 1)));
    if (token.type === "td_open") token.attrSet("data-label", labels[column++] ?? "");
  });
}

function leadOf(tokens: readonly Token[]) {
  const index = tokens.findIndex(({ type }) => type === "paragraph_open");
  return index === -1 ? null : { open: at(tokens, index), text: textOf(at(tokens, index + 1)) };
}

function textOf({ type, children, content }: Token): string {
  if (type === "softbreak") return " ";
  return children === null ? content : children.map(textOf).join("");
}

function at(tokens: readonly Token[], index: number): Token {
  const token = tokens[index];
  if (token === undefined) throw new Error("Markdown-it gave a list of tokens that ends too early");
  return token;
}
