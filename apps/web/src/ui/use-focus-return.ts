import { useLayoutEffect } from "react";
import { giveBackFocus } from "./give-back-focus.ts";

/**
 * Gives the focus back to what had it before. Unlike Mantine's own, also when the dialog is unmounted
 * at once, and to the page's content when what opened it is gone, or goes.
 */
export function useFocusReturn(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const opener = document.activeElement;
    // Later: the trap of a dialog that is just closing would take it away again.
    return () => void setTimeout(() => giveBackFocus(opener));
  }, [opened]);
}
