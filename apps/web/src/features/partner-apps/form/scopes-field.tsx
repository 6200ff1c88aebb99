import { Fieldset, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Scope } from "../../../lib/api/api-types.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { scopeGroups } from "../../../lib/keys/scopes.ts";
import { CodeCheckboxes } from "../../../ui/code-checkboxes.tsx";
import classes from "./app-form.module.css";

interface ScopesFieldProps {
  readonly value: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
  readonly offered: readonly Scope[];
  readonly error: ReactNode;
}

/** The most that the app may ask for. */
export function ScopesField({ value, onChange, offered, error }: ScopesFieldProps) {
  const { t } = useTranslation("partnerApps");
  const own = useOwnScopes();
  const toggle = (scope: Scope, wanted: boolean) =>
    onChange(offered.filter((other) => (other === scope ? wanted : value.includes(other))));
  return (
    <Fieldset
      variant="unstyled"
      legend={t("fields.scopes")}
      classNames={{ root: classes.group, legend: classes.legend }}
    >
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t("fields.scopesMean")}
        </Text>
        {scopeGroups(offered, own).map(({ label, scopes }) => (
          <CodeCheckboxes
            key={label}
            label={label}
            choices={scopes.map(({ scope, means }) => ({ code: scope, means }))}
            chosen={value}
            onToggle={toggle}
          />
        ))}
        {error && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert" tabIndex={-1} data-refusal>
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}
