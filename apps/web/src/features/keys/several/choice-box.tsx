import { Checkbox } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { KeyId, KeyView } from "../../../lib/api/api-types.ts";

interface ChoiceBoxProps {
  readonly apiKey: KeyView;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onToggle: (id: KeyId) => void;
}

/** Chooses a key for an act on several. */
export const ChoiceBox = memo(function ChoiceBox({ apiKey, checked, disabled, onToggle }: ChoiceBoxProps) {
  const { t } = useTranslation("keys");
  return (
    <Checkbox
      aria-label={t("many.choose", { name: apiKey.name })}
      checked={checked}
      disabled={disabled}
      onChange={() => onToggle(apiKey.id)}
    />
  );
});
