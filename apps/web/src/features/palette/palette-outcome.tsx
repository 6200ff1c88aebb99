import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import classes from "./palette.module.css";

interface PaletteOutcomeProps {
  readonly query: string;
  readonly count: number;
  readonly isSearching: boolean;
  readonly error: unknown;
}

/** How many there are, for those who do not see the list; and what to do when there are none. */
export function PaletteOutcome({ query, count, isSearching, error }: PaletteOutcomeProps) {
  const { t } = useTranslation("palette");
  return (
    <>
      <output className="visually-hidden">{isSearching ? "" : t("found", { count })}</output>
      {count === 0 && error === null && (
        <p className={classes.none}>{isSearching ? t("searching") : t("none", { query: query.trim() })}</p>
      )}
      {error !== null && (
        <div className={classes.error}>
          <ErrorNotice error={error} title={t("keysFailed")} />
        </div>
      )}
    </>
  );
}
