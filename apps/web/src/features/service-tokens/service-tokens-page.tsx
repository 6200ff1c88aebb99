import { Button, Group, Switch } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceTokensSearch } from "../../lib/search/service-tokens-search.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { IssueDialog } from "./issue-dialog.tsx";
import { ServiceTokenList } from "./service-token-list.tsx";

interface ServiceTokensPageProps {
  readonly search: ServiceTokensSearch;
  readonly onSearch: (search: ServiceTokensSearch) => void;
}

/** For the operator: what the company's own services ask Katkey with. */
export function ServiceTokensPage({ search, onSearch }: ServiceTokensPageProps) {
  const { t } = useTranslation("serviceTokens");
  const [issuing, setIssuing] = useState(false);
  const issue = () => setIssuing(true);
  return (
    <>
      <PageHeader
        back={<BackLink to="/instance">{t("back")}</BackLink>}
        title={t("title")}
        description={t("description")}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={issue}>
            {t("issue.open")}
          </Button>
        }
      />
      <Group mb="md">
        <Switch
          label={t("showEnded")}
          checked={search.show === "all"}
          onChange={({ currentTarget }) => onSearch(currentTarget.checked ? { show: "all" } : {})}
        />
      </Group>
      <ServiceTokenList search={search} />
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </>
  );
}
