import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { PartnerApp } from "../../lib/api/api-types.ts";
import type { AppDialog } from "./partner-app-search.ts";
import { retiringSecretOf } from "./secrets/retiring-secret.ts";

const route = getRouteApi("/signed-in/o/$organizationId/settings/partner-apps/$appId");

/**
 * The dialog that is open. The address can ask for one that fits the app as it is, and forgets it at once, so that
 * neither a reload nor the way back asks again.
 */
export function useAppDialog(app: PartnerApp) {
  const { open: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<AppDialog | null>(null);
  const [seen, setSeen] = useState<AppDialog>();
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== undefined && fits[asked](app)) setOpened(asked);
  }
  useEffect(() => {
    if (asked !== undefined) void navigate({ search: {}, replace: true, resetScroll: false });
  }, [asked, navigate]);
  return [opened, setOpened] as const;
}

const fits = {
  rotate: ({ secrets }) => secrets.length > 0,
  make_secret: ({ type, secrets }) => type === "confidential" && secrets.length === 0,
  end_overlap: (app) => retiringSecretOf(app) !== null,
  offer: ({ approval }) => approval === "own" || approval === "refused",
  withdraw_offer: ({ approval }) => approval === "requested",
  disable: ({ disabledAt }) => disabledAt === null,
  enable: ({ disabledAt }) => disabledAt !== null,
} as const satisfies Record<AppDialog, (app: PartnerApp) => boolean>;
