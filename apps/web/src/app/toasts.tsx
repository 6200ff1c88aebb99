import "@mantine/notifications/styles.layer.css";
import { useHotkeys } from "@mantine/hooks";
import { Notifications } from "@mantine/notifications";
import { pressUndo } from "../ui/toast-undoable.tsx";

export function Toasts() {
  // Not while somebody types: there it is the browser's.
  useHotkeys([["mod+Z", pressUndo]]);
  return <Notifications position="top-center" limit={3} autoClose={5_000} />;
}
