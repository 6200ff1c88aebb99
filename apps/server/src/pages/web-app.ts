import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import express, { Router, type Request, type Response } from "express";
import { loopbackRedirect } from "./loopback.ts";

const notBuilt = `The web app is not built here.

npm start builds and serves it; npm run dev serves it while you work on it, under an address of its own.
`;

/** The built single-page app: files by their name, and its page for every address that is the app's own. */
export function createWebApp(directory: string, origin: string): Router {
  const router = Router();
  const page = join(directory, "index.html");
  router.use((request, response, next) => {
    preferPacked(directory, request, response);
    next();
  });
  router.use(express.static(directory, { index: false, dotfiles: "ignore", setHeaders: setCaching }));
  router.get("/{*path}", (request, response, next) => {
    if (!asksForPage(request)) return next();
    const elsewhere = loopbackRedirect(origin, request.headers.host, request.originalUrl);
    if (elsewhere !== null) return response.redirect(307, elsewhere);
    if (!existsSync(page)) return sayNotBuilt(response);
    // no-store: the back button must not bring back a page that showed a secret.
    response.set("Cache-Control", "no-cache, no-store");
    forgetConditions(request);
    response.sendFile(page, pageOptions, (error) => {
      if (error) next(error);
    });
  });
  return router;
}

/** Of code and styles the build leaves a packed copy beside each file: a third of the bytes. */
function preferPacked(directory: string, request: Request, response: Response): void {
  const { path } = request;
  if (!/^\/(?:assets\/)?[\w-][\w.-]*\.(?:js|css)$/.test(path)) return;
  response.vary("Accept-Encoding");
  if (request.acceptsEncodings("gzip") && existsSync(join(directory, `${path}.gz`)))
    request.url = `${path}.gz`;
}

const pageOptions = { etag: false, lastModified: false, cacheControl: false, acceptRanges: false };

/** The page has no versions: a condition on one would only refuse somebody who navigates. */
function forgetConditions({ headers }: Request): void {
  for (const name of ["if-match", "if-unmodified-since", "if-modified-since"]) delete headers[name];
}

/** Somebody who navigates: a program that probes for /metrics or /.git/HEAD is told that there is nothing. */
function asksForPage({ path, headers }: Request): boolean {
  if (path === "/") return true;
  return (
    !path.includes(".") && !path.startsWith("/assets/") && headers.accept?.includes("text/html") === true
  );
}

function setCaching(response: Response, path: string): void {
  if (path.endsWith(".gz")) response.set("Content-Encoding", "gzip").type(extname(path.slice(0, -3)));
  const hashed = /[/\\]assets[/\\]/.test(path);
  response.set("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache, no-store");
}

function sayNotBuilt(response: Response): void {
  response.status(503).set("Cache-Control", "no-store").type("text").send(notBuilt);
}
