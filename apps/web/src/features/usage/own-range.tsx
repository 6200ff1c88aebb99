import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { UsageSearch } from "./usage-search.ts";

interface OwnRangeProps {
  readonly search: UsageSearch;
  readonly onChange: (days: Readonly<Record<"from" | "to", string>>) => void;
}

/** The first and the last day, where somebody has chosen their own. */
export function OwnRange({ search: { from, to }, onChange }: OwnRangeProps) {
  const { t } = useTranslation("usage");
  if (from === undefined || to === undefined) return null;
  // While a day is being typed there is none; one that would turn the range around takes the other with it.
  const change = (days: { readonly from: string; readonly to: string }) => {
    if (days.from !== "" && days.to !== "") onChange(days);
  };
  return (
    <>
      <TextInput
        key={`from ${from}`}
        type="date"
        label={t("range.from")}
        w={150}
        defaultValue={from}
        onChange={({ currentTarget: { value } }) => change({ from: value, to: value > to ? value : to })}
      />
      <TextInput
        key={`to ${to}`}
        type="date"
        label={t("range.to")}
        w={150}
        defaultValue={to}
        onChange={({ currentTarget: { value } }) => change({ from: value < from ? value : from, to: value })}
      />
    </>
  );
}
