import { lazyRouteComponent } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Namespace } from "../lib/catalogs.ts";
import { loadWords } from "../lib/i18n.ts";

/** Written out, because what a page is depends on the routes. */
export type PageLoad = Promise<void> | undefined;

/**
 * A page, or another part, whose code and words are loaded when somebody goes there, or seems about to: its route has
 * `loader: (): PageLoad => Page.preload?.()`.
 */
export function lazyPage<Props>(
  load: () => Promise<(props: Props) => ReactNode>,
  ...namespaces: readonly Namespace[]
) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), loadWords(namespaces)]);
    return { page };
  }, "page");
}
