import { Fieldset, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Scope } from "../../../lib/api/api-types.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { readOnlyScopes, sameScopes, scopeGroups } from "../../../lib/keys/scopes.ts";
import { CodeCheckboxes } from "../../../ui/code-checkboxes.tsx";
import { ScopeTags } from "../scope-tags.tsx";
import classes from "./scopes-field.module.css";

interface ScopesFieldProps {
  readonly value: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
  /** The scopes that can be chosen; others are not shown. */
  readonly offered: readonly Scope[];
  readonly error?: ReactNode;
}

const presets = ["full", "read", "custom"] as const;

/** What a key may do: by a preset, or scope by scope. */
export function ScopesField({ value, onChange, offered, error }: ScopesFieldProps) {
  const { t } = useTranslation("keys");
  const own = useOwnScopes();
  const [custom, setCustom] = useState(false);
  const choose = (preset: string) => {
    setCustom(preset === "custom");
    if (preset === "full") onChange(offered);
    if (preset === "read") onChange(readOnlyScopes(offered));
  };
  const toggle = (scope: Scope, wanted: boolean) =>
    onChange(offered.filter((other) => (other === scope ? wanted : value.includes(other))));

  const preset = custom ? "custom" : presetOf(value, offered);
  return (
    <Fieldset
      variant="unstyled"
      legend={t("scopes")}
      classNames={{ root: classes.root, legend: classes.legend }}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t("fields.preset")}
          fullWidth
          value={preset}
          onChange={choose}
          data={presets.map((one) => ({ value: one, label: t(`fields.${one}`) }))}
        />
        {preset === "custom" ? (
          scopeGroups(offered, own).map(({ label, scopes }) => (
            <CodeCheckboxes
              key={label}
              label={label}
              choices={scopes.map(({ scope, means }) => ({ code: scope, means }))}
              chosen={value}
              onToggle={toggle}
            />
          ))
        ) : (
          <ScopeTags scopes={value} />
        )}
        {error && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert" tabIndex={-1} data-refusal>
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

function presetOf(value: readonly Scope[], offered: readonly Scope[]): "full" | "read" | "custom" {
  if (sameScopes(value, offered)) return "full";
  return sameScopes(value, readOnlyScopes(offered)) ? "read" : "custom";
}
