import { highlight } from "./highlight.ts";
import { escapeHtml } from "./html.ts";

const captions: Readonly<Record<string, string>> = {
  sh: "Shell",
  bash: "Shell",
  powershell: "PowerShell",
  dotenv: ".env",
  python: "Python",
  js: "JavaScript (Node)",
  json: "JSON",
  http: "HTTP",
  toml: "TOML",
  yaml: "YAML",
  mjs: "JavaScript (Node)",
  go: "Go",
  text: "Text",
};

/** What is copied, in the words of its button. Answers are read: what is copied is what one sends or writes. */
const copied: Readonly<Record<string, string>> = {
  sh: "the command",
  bash: "the command",
  powershell: "the PowerShell command",
  dotenv: "the line",
  python: "the Python",
  js: "the JavaScript",
  mjs: "the program",
  go: "the Go",
  toml: "the rules",
  yaml: "the rules",
};

interface Place {
  /** Of the section. */
  readonly title: string;
  /** Among those of its language in the section, from 1. */
  readonly nth: number;
}

/** A block of code with its caption. HTML. */
export function codeFigure(code: string, language: string, { title, nth }: Place): string {
  const caption = captions[language] ?? language;
  const place = nth === 1 ? `“${title}”` : `“${title}” (${nth})`;
  const what = copied[language];
  const copy = what === undefined ? "" : ` data-copy="${escapeHtml(`${what} of ${place}`)}"`;
  const label = escapeHtml(`${caption}: ${place}`);
  // What scrolls must be reachable by keyboard.
  return `<figure class="code" data-language="${escapeHtml(language)}"${copy}><figcaption>${escapeHtml(caption)}</figcaption>
<pre tabindex="0" role="group" aria-label="${label}"><code>${highlight(code, language)}</code></pre></figure>\n`;
}
