import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditSearch } from "../audit-search.ts";
import { OwnDays } from "./own-days.tsx";

interface TimeFilterProps {
  readonly search: AuditSearch;
  readonly onChange: (part: Readonly<Record<string, string | null>>) => void;
}

const times = ["any", "24h", "7d", "30d", "own"] as const;

/** Back from now, or days of one's own, which begin with today. */
export function TimeFilter({ search, onChange }: TimeFilterProps) {
  const { t } = useTranslation("audit");
  const own = search.from !== undefined || search.to !== undefined;
  const change = (range: string | null) => {
    const day = range === "own" ? new Date().toISOString().slice(0, "yyyy-mm-dd".length) : null;
    onChange({ range, from: day, to: day });
  };
  return (
    <>
      <Select
        label={t("filters.time")}
        w={150}
        data={times.map((value) => ({ value, label: t(`times.${value}`) }))}
        value={own ? "own" : (search.range ?? "any")}
        onChange={change}
      />
      {own && <OwnDays search={search} onChange={onChange} />}
    </>
  );
}
