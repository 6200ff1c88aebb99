import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";

const route = getRouteApi("/signed-in/o/$organizationId/settings/keys");

/** Whether a key is being issued. The address can ask for it, and forgets it at once, as on a key's page. */
export function useIssuing(mayIssue: boolean) {
  const { open: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const [issuing, setIssuing] = useState(false);
  const [seen, setSeen] = useState<typeof asked>();
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== undefined && mayIssue) setIssuing(true);
  }
  useEffect(() => {
    if (asked === undefined) return;
    void navigate({ search: (rest) => ({ ...rest, open: undefined }), replace: true, resetScroll: false });
  }, [asked, navigate]);
  return [issuing, setIssuing] as const;
}
