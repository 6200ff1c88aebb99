import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { withoutSecret } from "../../../lib/keys/token-form.ts";
import { useObjectChoices } from "./use-object-choices.ts";

interface ObjectFilterProps {
  readonly organizationId: OrganizationId;
  readonly value: string | undefined;
  readonly onChange: (id: string | null) => void;
}

/** A key, which the server finds among however many, or a member. */
export function ObjectFilter({ organizationId, value, onChange }: ObjectFilterProps) {
  const { t } = useTranslation("audit");
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 250);
  const choices = useObjectChoices(organizationId, { search, chosen: value });
  return (
    <Select
      label={t("filters.object")}
      placeholder={t("filters.anything")}
      w={220}
      data={choices}
      filter={({ options }) => options}
      value={value ?? null}
      onChange={onChange}
      // A pasted token must not stay where it can be seen.
      onSearchChange={(typed) => setText(withoutSecret(typed))}
      searchValue={text}
      nothingFoundMessage={t("filters.nothing")}
      searchable
      clearable
    />
  );
}
