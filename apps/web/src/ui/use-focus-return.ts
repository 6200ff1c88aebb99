import { useLayoutEffect } from "react";

/**
 * Gives the focus back to what had it before. Unlike Mantine's own, also when the dialog is unmounted
 * at once, and to the page's content when what opened it is gone.
 */
export function useFocusReturn(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const opener = document.activeElement;
    const giveBack = () => {
      const target = opener?.isConnected ? opener : document.getElementById("main");
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    };
    // Later: the trap of a dialog that is just closing would take it away again.
    return () => void setTimeout(giveBack);
  }, [opened]);
}
