import { MultiSelect, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { withoutSecret } from "../../lib/keys/token-form.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { mostOrganizations, type ChosenOrganization, type IssueValues } from "./issue-values.ts";

interface CoverageFieldProps extends Pick<IssueValues, "coverage" | "organizations"> {
  readonly onChange: (change: Partial<Pick<IssueValues, "coverage" | "organizations">>) => void;
  readonly error: ReactNode;
}

const pauseMs = 250;

/** About whose keys the service may ask. */
export function CoverageField({ coverage, organizations, onChange, error }: CoverageFieldProps) {
  const { t } = useTranslation("serviceTokens");
  return (
    <Stack gap="xs">
      <ChoiceCards
        label={t("fields.coverage")}
        choices={(["all", "chosen"] as const).map((value) => ({
          value,
          label: t(`coverage.${value}`),
          description: t(`coverage.${value}Means`),
        }))}
        value={coverage}
        onChange={(next) => onChange({ coverage: next })}
        columns={2}
      />
      {coverage === "chosen" && (
        <OrganizationsField
          chosen={organizations}
          onChange={(next) => onChange({ organizations: next })}
          error={error}
        />
      )}
    </Stack>
  );
}

interface OrganizationsFieldProps {
  readonly chosen: readonly ChosenOrganization[];
  readonly onChange: (chosen: readonly ChosenOrganization[]) => void;
  readonly error: ReactNode;
}

/** Found by the server as somebody types, for an installation has more than a list can hold. */
function OrganizationsField({ chosen, onChange, error }: OrganizationsFieldProps) {
  const { t } = useTranslation("serviceTokens");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), pauseMs);
  const options = trpc.instance.organizations.queryOptions(asked === "" ? {} : { search: asked });
  const found = useQuery({ ...options, placeholderData: keepPreviousData });
  const items = found.data?.items ?? [];
  const offered = new Map<string, ChosenOrganization>();
  for (const { id, name } of [...chosen, ...items]) offered.set(id, { id, name });
  return (
    <MultiSelect
      label={t("fields.organizations")}
      description={t("fields.organizationsMean")}
      placeholder={t("fields.organizationsSearch")}
      searchable
      hidePickedOptions
      maxValues={mostOrganizations}
      searchValue={search}
      onSearchChange={(typed) => setSearch(withoutSecret(typed))}
      // The server has compared already, and knows ids too.
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? t("loading") : t("fields.nothingFound")}
      data={[...offered.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((id) => offered.get(id) ?? []))}
      error={error}
    />
  );
}
