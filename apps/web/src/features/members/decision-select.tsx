import { Select } from "@mantine/core";
import type { Member } from "../../lib/api-types.ts";
import type { Decision } from "./settlement.ts";

interface DecisionSelectProps {
  readonly label: string;
  readonly heirs: readonly Member[];
  readonly value: Decision | null;
  readonly onChange: (decision: Decision) => void;
}

export function DecisionSelect({ label, heirs, value, onChange }: DecisionSelectProps) {
  const decide = (chosen: string | null) => {
    const heir = heirs.find(({ id }) => id === chosen);
    if (heir !== undefined) onChange({ action: "hand_over", to: heir.id });
    else if (chosen === "revoke") onChange({ action: "revoke" });
  };
  const handOver = heirs.map(({ id, name }) => ({ value: id, label: `Hand over to ${name}` }));
  return (
    <Select
      aria-label={label}
      placeholder="Revoke or hand over …"
      data={[{ value: "revoke", label: "Revoke" }, ...handOver]}
      value={value === null ? null : value.action === "revoke" ? "revoke" : value.to}
      onChange={decide}
      w={{ base: "100%", xs: 240 }}
    />
  );
}
