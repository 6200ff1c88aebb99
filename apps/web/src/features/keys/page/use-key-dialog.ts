import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { KeyDialog } from "./key-dialogs.tsx";

const route = getRouteApi("/signed-in/o/$organizationId/settings/keys/$keyId");

/**
 * The change that is open; the address can ask for one, and the page opens it where it can be made. The address
 * forgets it at once, so that neither a reload nor the way back asks again.
 */
export function useKeyDialog(mayOpen: (dialog: KeyDialog) => boolean) {
  const { open: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const [dialog, setDialog] = useState<KeyDialog | null>(null);
  const [seen, setSeen] = useState<typeof asked>();
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== undefined && mayOpen(asked)) setDialog(asked);
  }
  useEffect(() => {
    if (asked === undefined) return;
    void navigate({ search: (rest) => ({ ...rest, open: undefined }), replace: true, resetScroll: false });
  }, [asked, navigate]);
  return [dialog, setDialog] as const;
}
