import type { Installation } from "./installation.ts";
import type { DocumentationPage } from "./library.ts";

/** The table of contents for language models, in the form of llmstxt.org. */
export function llmsText(
  { origin }: Pick<Installation, "origin">,
  pages: readonly DocumentationPage[],
): string {
  const list = (kind: DocumentationPage["kind"]) =>
    pages
      .filter((page) => page.kind === kind)
      .map(({ path, title, description }) => {
        return `- [${title}](${origin}${path}.md): ${description.replaceAll(/\s+/g, " ")}`;
      });
  return `# Katkey API

> A REST API for servers, with a bearer token for every request. Base URL: ${origin}. Send \`Authorization: Bearer <your API key>\`; \`GET /v1/user\` tells whether a key works and what it may do.

## Guides

${list("guide").join("\n")}

## Reference

${list("reference").join("\n")}
- [OpenAPI document](${origin}/openapi.json): The same reference for programs, OpenAPI 3.1.
`;
}
