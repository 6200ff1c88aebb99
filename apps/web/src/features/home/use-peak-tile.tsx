import { useTranslation } from "react-i18next";
import { clockOf, dayWords } from "../../lib/words/time-words.ts";
import { MeterBar } from "../../ui/meter-bar.tsx";
import { useNow } from "../../ui/use-now.ts";
import type { HomeView } from "./use-home.ts";

/** How close requests came to the limit, and when. */
export function usePeakTile(peak: HomeView["peak"], limit: number) {
  const { t } = useTranslation("home");
  const now = useNow();
  const label = t("figures.peak");
  if (peak === null) {
    return { label, value: t("figures.peakNone"), description: t("figures.peakLimit", { limit }) };
  }
  const { at, requests } = peak;
  return {
    label,
    value: t("figures.peakOf", { requests, limit: peak.limit }),
    description: (
      <>
        <MeterBar value={requests} full={peak.limit} expected={requests} />
        {t("figures.peakAt", { day: dayWords(at, now), time: clockOf(at) })}
      </>
    ),
  };
}
