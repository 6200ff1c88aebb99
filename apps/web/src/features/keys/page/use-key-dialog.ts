import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { noWishes, type EditWishes } from "../edit/key-patch.ts";
import type { KeyDialog } from "./key-dialogs.tsx";

const route = getRouteApi("/signed-in/o/$organizationId/settings/keys/$keyId");

interface Opened {
  readonly dialog: KeyDialog | null;
  /** What the address wants filled in. */
  readonly wishes: EditWishes;
}

/**
 * The change that is open; the address can ask for one, and the page opens it where it can be made. The address
 * forgets it at once, so that neither a reload nor the way back asks again.
 */
export function useKeyDialog(mayOpen: (dialog: KeyDialog) => boolean) {
  const { open: asked, scopes = [], address, field } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<Opened>({ dialog: null, wishes: noWishes });
  const [seen, setSeen] = useState<typeof asked>();
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== undefined && mayOpen(asked))
      setOpened({ dialog: asked, wishes: { scopes, address, field } });
  }
  useEffect(() => {
    if (asked === undefined) return;
    const forgotten = { open: undefined, scopes: undefined, address: undefined, field: undefined };
    void navigate({ search: (rest) => ({ ...rest, ...forgotten }), replace: true, resetScroll: false });
  }, [asked, navigate]);
  const setDialog = (dialog: KeyDialog | null) => setOpened({ dialog, wishes: noWishes });
  return [opened.dialog, setDialog, opened.wishes] as const;
}
