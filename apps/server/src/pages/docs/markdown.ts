import MarkdownIt, { type Token } from "markdown-it";
import { anchorsOfPage } from "./anchors.ts";
import { codeFigure } from "./code-figure.ts";
import { escapeHtml } from "./html.ts";
import { addressOf } from "./links.ts";
import { isRequestLine, requestLine } from "./request-line.ts";
import { at, textOf } from "./tokens.ts";

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

/** By what a link leads to: one or two anchors under which the link itself is found. */
export type Landings = ReadonlyMap<string, readonly string[]>;

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

rules["code_inline"] = (tokens, index) => {
  const code = escapeHtml(at(tokens, index).content);
  return `<code>${code.replaceAll(/(?<=^| )-[^ ]{1,20}(?= |$)/g, '<span class="whole">$&</span>')}</code>`;
};

rules["request_line"] = (tokens, index) => {
  const token = at(tokens, index);
  const id = token.attrGet("id");
  return requestLine(token.content, id === null ? null : String(id));
};

rules["fence"] = (tokens, index) => {
  const { info, content } = at(tokens, index);
  const before = tokens.slice(0, index);
  const heading = before.findLastIndex(({ type }) => type === "heading_open");
  const alike = before
    .slice(heading + 1)
    .filter(({ type, info: other }) => type === "fence" && other === info);
  const title = heading === -1 ? "" : textOf(at(tokens, heading + 1));
  return codeFigure(content, info, { title, nth: alike.length + 1 });
};

rules["table_open"] = () => `<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n`;
rules["table_close"] = () => "</table></div>\n";

export function renderMarkdown(source: string, landings: Landings = new Map()): Rendered {
  const tokens = markdown.parse(source, {});
  const headings = nameHeadings(tokens);
  linkPages(tokens, landings);
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
    const inline = at(tokens, index + 1);
    const text = textOf(inline);
    const heading = { level: Number(token.tag.slice(1)), id: nextAnchor(text), text };
    if (heading.level > 1) token.attrSet("id", heading.id);
    if (isRequestLine(text)) inline.children = [asRequestLine(at(inline.children ?? [], 0), text)];
    return [heading];
  });
}

function linkPages(tokens: readonly Token[], landings: Landings): void {
  for (const [index, token] of tokens.entries()) {
    if (token.children) linkPages(token.children, landings);
    const href = token.type === "link_open" ? token.attrGet("href") : null;
    if (typeof href !== "string") continue;
    token.attrSet("href", addressOf(href));
    const text = at(tokens, index + 1);
    if (isRequestLine(text.content)) asRequestLine(text, text.content);
    const [anchor, alias] = landings.get(href) ?? [];
    if (anchor !== undefined) token.attrSet("id", anchor);
    if (alias !== undefined) text.attrSet("id", alias);
  }
}

function asRequestLine(token: Token, content: string): Token {
  return Object.assign(token, { type: "request_line", content, children: null });
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
