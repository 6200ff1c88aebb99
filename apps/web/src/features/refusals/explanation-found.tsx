import type { Explanation, OrganizationId } from "../../lib/api/api-types.ts";
import { RequestFacts } from "./request-facts.tsx";
import { VerdictPanel } from "./verdict-panel.tsx";
import { WhyRefused } from "./why-refused.tsx";

interface ExplanationFoundProps {
  readonly organizationId: OrganizationId;
  readonly explanation: Explanation;
}

/** Why it was refused, what would make it pass, and what was asked. */
export function ExplanationFound({ organizationId, explanation }: ExplanationFoundProps) {
  return (
    <div>
      <WhyRefused refusal={explanation.refusal} />
      <VerdictPanel organizationId={organizationId} explanation={explanation} />
      <RequestFacts organizationId={organizationId} explanation={explanation} />
    </div>
  );
}
