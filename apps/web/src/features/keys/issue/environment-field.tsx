import { useTranslation } from "react-i18next";
import type { Environment } from "../../../lib/api/api-types.ts";
import { documentation } from "../../../lib/documentation.ts";
import { environmentName } from "../../../lib/keys/environments.ts";
import { ChoiceCards } from "../../../ui/choice-cards.tsx";
import { NewTabLink } from "../../../ui/new-tab-link.tsx";

interface EnvironmentFieldProps {
  readonly value: Environment;
  readonly onChange: (environment: Environment) => void;
}

/** Which data a key sees. It is part of the token and never changes. */
export function EnvironmentField({ value, onChange }: EnvironmentFieldProps) {
  const { t } = useTranslation("keys");
  const choices = (["live", "test"] as const).map((one) => ({
    value: one,
    label: environmentName(one),
    description: t(`fields.${one}`),
  }));
  return (
    <ChoiceCards
      label={t("environment")}
      description={
        <>
          {t("fields.environmentMeans")}{" "}
          <NewTabLink href={documentation.environments}>{t("fields.environmentDocumentation")}</NewTabLink>
        </>
      }
      choices={choices}
      value={value}
      onChange={onChange}
      columns={2}
    />
  );
}
