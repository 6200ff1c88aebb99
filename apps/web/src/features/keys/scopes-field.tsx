import { Checkbox, Fieldset, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { Scope } from "../../lib/api-types.ts";
import { readOnlyScopes, sameScopes, scopeGroups } from "./scopes.ts";

interface ScopesFieldProps {
  readonly value: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
  /** The scopes that can be chosen; others are not shown. */
  readonly offered: readonly Scope[];
  readonly error?: ReactNode;
}

/** What a key may do: by a preset, or scope by scope. */
export function ScopesField({ value, onChange, offered, error }: ScopesFieldProps) {
  const [custom, setCustom] = useState(false);
  const preset = custom ? "custom" : presetOf(value, offered);
  const choose = (name: string) => {
    setCustom(name === "custom");
    if (name === "full") onChange(offered);
    if (name === "read") onChange(readOnlyScopes(offered));
  };
  const toggle = (scope: Scope, wanted: boolean) =>
    onChange(offered.filter((other) => (other === scope ? wanted : value.includes(other))));

  return (
    <Fieldset legend="Scopes">
      <Stack gap="md">
        <SegmentedControl
          aria-label="Preset of scopes"
          fullWidth
          value={preset}
          onChange={choose}
          data={[
            { value: "full", label: "Full access" },
            { value: "read", label: "Read only" },
            { value: "custom", label: "Custom" },
          ]}
        />
        {scopeGroups.map(({ label, scopes }) => {
          const shown = scopes.filter(({ scope }) => offered.includes(scope));
          if (shown.length === 0) return null;
          return (
            <Stack key={label} gap={8} role="group" aria-label={label}>
              <Text size="sm" fw={600}>
                {label}
              </Text>
              {shown.map(({ scope, means }) => (
                <Checkbox
                  key={scope}
                  label={scope}
                  description={means}
                  styles={{ label: { fontFamily: "var(--mantine-font-family-monospace)" } }}
                  checked={value.includes(scope)}
                  onChange={(event) => toggle(scope, event.currentTarget.checked)}
                />
              ))}
            </Stack>
          );
        })}
        {error != null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
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
