import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { lifetimes, type Lifetime } from "./issue-values.ts";

interface LifetimeFieldProps {
  readonly value: Lifetime;
  readonly onChange: (lifetime: Lifetime) => void;
}

/** When the service token stops working by itself. */
export function LifetimeField({ value, onChange }: LifetimeFieldProps) {
  const { t } = useTranslation("serviceTokens");
  return (
    <Select
      label={t("fields.lifetime")}
      description={t("fields.lifetimeMeans")}
      data={lifetimes.map((one) => ({ value: one, label: t(`lifetimes.${one}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(next) => onChange(lifetimes.find((one) => one === next) ?? value)}
    />
  );
}
