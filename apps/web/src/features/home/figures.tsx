import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { FigureTiles } from "../../ui/figure-tiles.tsx";
import { usePeakTile } from "./use-peak-tile.tsx";
import { useKeysTile } from "./use-keys-tile.ts";
import { useRequestsTile } from "./use-requests-tile.tsx";
import type { HomeView } from "./use-home.ts";

interface FiguresProps {
  readonly organizationId: OrganizationId;
  readonly home: HomeView;
}

/** How much there is: keys, requests, and how close they came to the limit. */
export function Figures({ organizationId, home }: FiguresProps) {
  const { t } = useTranslation("home");
  const { organization, day, month, peak } = home;
  const tiles = [
    useKeysTile(organization),
    useRequestsTile(organizationId, "day", day),
    useRequestsTile(organizationId, "month", month),
    usePeakTile(peak, organization.requestsPerMinute),
  ];
  return <FigureTiles label={t("figures.title")} tiles={tiles} />;
}
