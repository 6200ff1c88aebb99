import type { Environment } from "../../lib/api-types.ts";
import { documentation } from "../../lib/documentation.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";

interface EnvironmentFieldProps {
  readonly value: Environment;
  readonly onChange: (environment: Environment) => void;
}

const choices = [
  { value: "live", label: "Live", description: "Real data. No test key can see it." },
  {
    value: "test",
    label: "Test",
    description: "Data of its own, to try things out. No live key can see it.",
  },
] as const;

/** Which data a key sees. It is part of the token and never changes. */
export function EnvironmentField({ value, onChange }: EnvironmentFieldProps) {
  return (
    <ChoiceCards
      label="Environment"
      description={
        <>
          It never changes. <NewTabLink href={documentation.environments}>What each can see</NewTabLink>
        </>
      }
      choices={choices}
      value={value}
      onChange={onChange}
      columns={2}
    />
  );
}
