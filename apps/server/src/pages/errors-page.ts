import type { RequestHandler } from "express";
import { problems } from "../http/problems.ts";

/** Where the `type` of every problem leads: what each code means and how to get rid of it. */
export const showErrors: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "public, max-age=3600").type("html").send(page);
};

const sections = Object.entries(problems).map(([code, { status, title, cause, fix }]) => {
  return `<section id="${code}"><h2><code>${code}</code> <small>${status}</small></h2>
<p><strong>${escape(title)}.</strong> ${escape(cause)}</p><p>${escape(fix)}</p></section>`;
});

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Errors · Katkey</title>
<style>
body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .5rem 0; }
section:target { outline: 2px solid; outline-offset: .5rem; }
h2 { font-size: 1.1rem; margin: .5rem 0; }
p { margin: .25rem 0; }
small { font-weight: normal; }
</style>
</head>
<body>
<h1>Errors</h1>
<p>Every refused request is answered with <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is one of these and never changes its meaning.</p>
${sections.join("\n")}
</body>
</html>
`;

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
