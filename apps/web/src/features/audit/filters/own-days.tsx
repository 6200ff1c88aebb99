import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditSearch } from "../audit-search.ts";

interface OwnDaysProps {
  readonly search: AuditSearch;
  readonly onChange: (days: Readonly<Record<"from" | "to", string | null>>) => void;
}

/** The first and the last day, where somebody has chosen their own; in UTC, so that a link shows everybody the same. */
export function OwnDays({ search: { from, to }, onChange }: OwnDaysProps) {
  const { t } = useTranslation("audit");
  // One that would turn the time around takes the other with it.
  const changeFrom = (day: string) =>
    onChange({ from: day, to: to !== undefined && to < day ? day : (to ?? null) });
  const changeTo = (day: string) =>
    onChange({ from: from !== undefined && day !== "" && day < from ? day : (from ?? null), to: day });
  return (
    <>
      <TextInput
        key={`from ${from}`}
        type="date"
        label={t("times.from")}
        w={160}
        defaultValue={from}
        onChange={({ currentTarget }) => changeFrom(currentTarget.value)}
      />
      <TextInput
        key={`to ${to}`}
        type="date"
        label={t("times.to")}
        w={160}
        defaultValue={to}
        onChange={({ currentTarget }) => changeTo(currentTarget.value)}
      />
    </>
  );
}
