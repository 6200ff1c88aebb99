import { Router, type Response } from "express";
import type { Services } from "../../services.ts";
import { assets, fingerprintOf } from "./assets.ts";
import { createLibrary } from "./library.ts";
import { llmsText } from "./llms.ts";

interface Document {
  readonly type: "html" | "md" | "txt";
  readonly text: string;
  readonly etag: string;
}

/** The documentation for API consumers, each page as HTML and as Markdown. What is not here is for others to answer. */
export function createDocs({ origin, desk: { brand } }: Services): Router {
  // Made at the first request: whoever only calls the API does not wait for it.
  let documents: ReadonlyMap<string, Document> | undefined;
  const router = Router();
  for (const { path, type, content } of assets) {
    router.get(path, (_request, response) => {
      response.set("Cache-Control", "public, max-age=31536000, immutable").type(type).send(content);
    });
  }
  router.get(["/llms.txt", "/docs.md", "/docs", "/docs/:page"], (request, response, next) => {
    documents ??= documentsOf({ origin, brand });
    const found = documents.get(request.path.replace(/\/$/, ""));
    if (found === undefined) return next();
    send(response, found);
  });
  return router;
}

function send(response: Response, { type, text, etag }: Document): void {
  // Kept and asked for anew each time: an update of the installation shows at once.
  response.set({ "Cache-Control": "no-cache", ETag: etag }).type(type).send(text);
}

function documentsOf(installation: { readonly origin: string; readonly brand: string }) {
  const pages = createLibrary(installation);
  const documents = new Map([["/llms.txt", documentOf("txt", llmsText(installation, pages))]]);
  for (const { path, html, markdown } of pages) {
    documents.set(path, documentOf("html", html)).set(`${path}.md`, documentOf("md", markdown));
  }
  return documents;
}

function documentOf(type: Document["type"], text: string): Document {
  return { type, text, etag: `"${fingerprintOf(text)}"` };
}
