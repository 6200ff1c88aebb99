import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PeopleSearch } from "../../lib/search/people-search.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PeopleFilters } from "./people-filters.tsx";
import { PeopleList } from "./people-list.tsx";

interface PeoplePageProps {
  readonly search: PeopleSearch;
  readonly onSearch: (search: PeopleSearch) => void;
}

/** For the operator: who has an account here, and who is kept out. */
export function PeoplePage(props: PeoplePageProps) {
  const { t } = useTranslation("people");
  return (
    <>
      <PageHeader
        back={<BackLink to="/instance">{t("back")}</BackLink>}
        title={t("title")}
        description={t("description")}
      />
      <Stack gap="md">
        <PeopleFilters {...props} />
        <PeopleList {...props} />
      </Stack>
    </>
  );
}
