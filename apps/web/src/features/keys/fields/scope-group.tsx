import { Checkbox, Fieldset, Stack } from "@mantine/core";
import type { Scope } from "../../../lib/api-types.ts";
import type { ScopeGroup as Choices } from "../../../lib/scopes.ts";
import classes from "./scope-group.module.css";

interface ScopeGroupProps {
  readonly label: string;
  readonly choices: Choices["scopes"];
  readonly chosen: readonly Scope[];
  readonly onToggle: (scope: Scope, wanted: boolean) => void;
}

/** The scopes of one resource, each with what it means, if that is known. */
export function ScopeGroup({ label, choices, chosen, onToggle }: ScopeGroupProps) {
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
