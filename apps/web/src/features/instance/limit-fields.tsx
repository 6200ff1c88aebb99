import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { isLimit, mostRequestsPerMinute, type LimitDraft } from "./limit.ts";

interface LimitFieldsProps {
  readonly draft: LimitDraft;
  readonly onChange: (draft: LimitDraft) => void;
  /** The plan's requests per minute. */
  readonly planned: number;
  /** The figure was handed in once, and was none. */
  readonly mistaken: boolean;
}

export function LimitFields({ draft, onChange, planned, mistaken }: LimitFieldsProps) {
  const { t } = useTranslation("instance");
  return (
    <>
      <ChoiceCards
        label={t("limit.choice")}
        choices={[
          {
            value: "plan",
            label: t("limit.planChoice"),
            description: t("limit.planChoiceMeans", { count: planned }),
          },
          { value: "own", label: t("limit.ownChoice") },
        ]}
        value={draft.choice}
        onChange={(choice) => onChange({ ...draft, choice })}
      />
      {draft.choice === "own" && (
        <NumberInput
          label={t("limit.label")}
          value={draft.figure}
          onChange={(figure) => onChange({ ...draft, figure })}
          min={1}
          max={mostRequestsPerMinute}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
          hideControls
          error={mistaken && !isLimit(draft.figure) ? t("limit.wrong") : undefined}
        />
      )}
    </>
  );
}
