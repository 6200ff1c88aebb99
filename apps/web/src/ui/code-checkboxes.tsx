import { Checkbox, Fieldset, Stack } from "@mantine/core";
import classes from "./code-checkboxes.module.css";

interface CodeCheckboxesProps<Code extends string> {
  readonly label: string;
  /** Each with what it means, if that is known. */
  readonly choices: readonly { readonly code: Code; readonly means: string | null }[];
  readonly chosen: readonly Code[];
  readonly onToggle: (code: Code, wanted: boolean) => void;
}

/** A group of names that are read letter by letter, to choose any of. */
export function CodeCheckboxes<Code extends string>(props: CodeCheckboxesProps<Code>) {
  const { label, choices, chosen, onToggle } = props;
  return (
    <Fieldset variant="unstyled" legend={label} classNames={{ legend: classes.legend }}>
      <Stack gap={10}>
        {choices.map(({ code, means }) => (
          <Checkbox
            key={code}
            size="sm"
            label={<code className={classes.code}>{code}</code>}
            description={means}
            checked={chosen.includes(code)}
            onChange={(event) => onToggle(code, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
