import { Router, type Response } from "express";
import type { Services } from "../../services.ts";
import { assets, fingerprintOf } from "./assets.ts";
import type { Installation } from "./installation.ts";
import { kept } from "./kept.ts";
import { createLibrary } from "./library.ts";
import { llmsText } from "./llms.ts";

interface Document {
  readonly type: "html" | "md" | "txt";
  readonly text: string;
  readonly etag: string;
}

const paths = ["/llms.txt", "/docs.md", "/docs", "/docs/:page", "/docs/reference/:page"];

/** The documentation for API consumers, each page as HTML and as Markdown. What is not here is for others to answer. */
export function createDocs({ origin, desk: { brand, scopes } }: Services): Router {
  // Each made at its first request: whoever only calls the API does not wait for any, and a reader for one only.
  const documents = kept(() => documentsOf({ origin, brand, scopes }));
  const router = Router();
  for (const { path, type, content } of assets) {
    router.get(path, (_request, response) => {
      response.set("Cache-Control", "public, max-age=31536000, immutable").type(type).send(content);
    });
  }
  router.get(paths, (request, response, next) => {
    const document = documents().get(request.path.replace(/\/$/, ""));
    if (document === undefined) return next();
    send(response, document());
  });
  return router;
}

function send(response: Response, { type, text, etag }: Document): void {
  // Kept and asked for anew each time: an update of the installation shows at once.
  response.set({ "Cache-Control": "no-cache", ETag: etag }).type(type).send(text);
}

function documentsOf(installation: Installation): ReadonlyMap<string, () => Document> {
  const pages = createLibrary(installation);
  const documents = new Map([["/llms.txt", documentOf("txt", () => llmsText(installation, pages))]]);
  for (const { path, html, markdown } of pages) {
    documents.set(path, documentOf("html", html)).set(`${path}.md`, documentOf("md", markdown));
  }
  return documents;
}

function documentOf(type: Document["type"], write: () => string): () => Document {
  return kept(() => {
    const text = write();
    return { type, text, etag: `"${fingerprintOf(text)}"` };
  });
}
