import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { BackLink } from "../../ui/back-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { OfferedAppList } from "./offered-app-list.tsx";
import { shownOnes, type OfferedAppsSearch } from "./offered-apps-search.ts";
import classes from "./offered-apps.module.css";

interface OfferedAppsPageProps {
  readonly search: OfferedAppsSearch;
  readonly onSearch: (search: OfferedAppsSearch) => void;
}

/** For the operator: which apps every organization may connect. */
export function OfferedAppsPage({ search, onSearch }: OfferedAppsPageProps) {
  const { t } = useTranslation("offeredApps");
  const shown = search.approval ?? "requested";
  const show = (wanted: string) => {
    const next = shownOnes.find((one) => one === wanted);
    onSearch(next === undefined || next === "requested" ? {} : { approval: next });
  };
  return (
    <>
      <PageHeader
        back={<BackLink to="/instance">{t("back")}</BackLink>}
        title={t("title")}
        description={t("description")}
      />
      <SegmentedControl
        className={classes.filter}
        aria-label={t("which")}
        value={shown}
        onChange={show}
        data={shownOnes.map((value) => ({ value, label: t(`approvals.${value}`) }))}
      />
      <OfferedAppList shown={shown} />
    </>
  );
}
