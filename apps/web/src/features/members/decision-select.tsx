import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Member } from "../../lib/api/api-types.ts";
import type { Decision } from "./settlement.ts";

interface DecisionSelectProps {
  readonly label: string;
  readonly heirs: readonly Member[];
  readonly value: Decision | null;
  readonly onChange: (decision: Decision) => void;
}

export function DecisionSelect({ label, heirs, value, onChange }: DecisionSelectProps) {
  const { t } = useTranslation("members");
  const decide = (chosen: string | null) => {
    const heir = heirs.find(({ id }) => id === chosen);
    if (heir !== undefined) onChange({ action: "hand_over", to: heir.id });
    else if (chosen === "revoke") onChange({ action: "revoke" });
  };
  const handOver = heirs.map(({ id, name }) => ({ value: id, label: t("settle.handOverTo", { name }) }));
  return (
    <Select
      aria-label={label}
      placeholder={t("settle.choose")}
      data={[{ value: "revoke", label: t("settle.revoke") }, ...handOver]}
      value={value === null ? null : value.action === "revoke" ? "revoke" : value.to}
      onChange={decide}
      w={{ base: "100%", xs: 240 }}
    />
  );
}
