import { lazyRouteComponent } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Namespace } from "./language/catalogs.ts";
import { loadWords } from "./language/i18n.ts";

/** Written out, because what a page is depends on the routes. */
export type PageLoad = Promise<void> | undefined;

/**
 * A page, or another part, whose code and words are loaded when somebody goes there, or seems about to: a page's route
 * has `loader: (): PageLoad => Page.preload?.()`, around another part stands a `Suspense`.
 */
export function lazyPart<Props>(
  load: () => Promise<(props: Props) => ReactNode>,
  ...namespaces: readonly Namespace[]
) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), loadWords(namespaces)]);
    return { page };
  }, "page");
}
