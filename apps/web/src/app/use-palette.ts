import { useDisclosure, useHotkeys } from "@mantine/hooks";

/** Whether the palette is open. ⌘K, or Ctrl+K, opens and closes it, also while somebody types. */
export function usePalette() {
  const [isOpen, { open, close }] = useDisclosure();
  const toggle = () => {
    if (isOpen) close();
    // Another dialog may hold what is not saved yet, or the only copy of a token.
    else if (document.querySelector("[role=dialog]") === null) open();
  };
  useHotkeys([["mod+K", toggle]], []);
  return { isOpen, open, close };
}
