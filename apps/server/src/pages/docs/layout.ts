import { scriptPath, stylePath } from "./assets.ts";
import { escapeHtml } from "./html.ts";
import type { Rendered } from "./markdown.ts";
import { navigation, neighbours, type Place, type Section } from "./navigation.ts";

interface Page extends Pick<Rendered, "html" | "title" | "lead"> {
  readonly path: string;
  /** Those that the navigation lists under the page. */
  readonly sections: readonly Section[];
}

/** The page around its text: where one is, and the way to the other pages. */
export function layOut(page: Page, place: Place): string {
  const { html, lead, path, sections } = page;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)} · Katkey API</title>
<meta name="description" content="${escapeHtml(lead.replaceAll(/\s+/g, " "))}">
<link rel="icon" href="/favicon.svg">
<link rel="alternate" type="text/markdown" href="${path}.md">
<link rel="stylesheet" href="${stylePath}">
<script src="${scriptPath}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<a class="brand" href="/docs">${mark}<span>Katkey <small>API documentation</small></span></a>
<a href="/">Dashboard</a>
</header>
<div class="frame">
<nav class="contents" aria-label="Documentation">
<details>
<summary>Contents</summary>
${navigation(place, sections)}
</details>
</nav>
<main id="main" tabindex="-1">
${html}
</main>
<footer>
${neighbours(place)}
<p>This page <a href="${path}.md">as Markdown</a>; all pages in <a href="/llms.txt">llms.txt</a>.</p>
</footer>
</div>
</body>
</html>
`;
}

// The dashboard's own mark: apps/web/public/favicon.svg.
const mark = `<svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#0c6582"/><path fill="#fff" d="M9.300 4.100c0-.9 1-1.300 1.600-.7l2.400 2.400a8 8 0 0 1 5.400 0l2.400-2.400c.6-.6 1.600-.2 1.600.7v7.400a6.700 6.700 0 0 1-5 6.500v2h2.500c.6 0 1 .4 1 1v1.200c0 .6-.4 1-1 1h-2.500v1.200h1.500c.6 0 1 .4 1 1v1.200c0 .6-.4 1-1 1h-3c-.9 0-1.600-.7-1.600-1.600V18a6.700 6.700 0 0 1-5.300-6.500z"/><circle cx="16" cy="11.600" r="2.300" fill="#0c6582"/></svg>`;
