import { Checkbox, Fieldset, Stack } from "@mantine/core";
import type { Scope } from "../../../lib/api-types.ts";
import classes from "./scope-group.module.css";

interface ScopeGroupProps {
  readonly label: string;
  readonly choices: readonly { readonly scope: Scope; readonly means: string }[];
  readonly chosen: readonly Scope[];
  readonly onToggle: (scope: Scope, wanted: boolean) => void;
}

/** The scopes of one resource, each with what it means. */
export function ScopeGroup({ label, choices, chosen, onToggle }: ScopeGroupProps) {
  if (choices.length === 0) return null;
  return (
    <Fieldset variant="unstyled" legend={label} classNames={{ legend: classes.legend }}>
      <Stack gap={10}>
        {choices.map(({ scope, means }) => (
          <Checkbox
            key={scope}
            size="sm"
            label={<code className={classes.scope}>{scope}</code>}
            description={means}
            checked={chosen.includes(scope)}
            onChange={(event) => onToggle(scope, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
