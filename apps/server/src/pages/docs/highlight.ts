import highlighter from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import http from "highlight.js/lib/languages/http";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import powershell from "highlight.js/lib/languages/powershell";
import python from "highlight.js/lib/languages/python";
import { escapeHtml } from "./html.ts";

/** By what stands behind the fence. A grammar is only read once its language is met. */
const grammars = {
  sh: bash,
  bash,
  powershell,
  dotenv: ini,
  python,
  js: javascript,
  mjs: javascript,
  json,
  http,
};

for (const [language, grammar] of Object.entries(grammars)) highlighter.registerLanguage(language, grammar);

const shells = new Set(["sh", "bash", "powershell"]);

/** Code as HTML, with classes for what can have a colour. */
export function highlight(code: string, language: string): string {
  const html = language in grammars ? highlighter.highlight(code, { language }).value : escapeHtml(code);
  return shells.has(language) ? breakableAtSpaces(html) : html;
}

/**
 * A browser left to itself breaks a command behind hyphens and slashes, where nobody may put a line's end.
 * So the style forbids all breaks, and these marks allow some. They are not copied.
 */
function breakableAtSpaces(html: string): string {
  return html.replaceAll(/<[^>]*>|(?<=\S)( +)(?=[^\s\\])/g, (part, spaces?: string) => {
    return spaces === undefined ? part : `${part}<wbr>`;
  });
}
