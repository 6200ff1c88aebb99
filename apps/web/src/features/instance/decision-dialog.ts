import type { OrganizationSurvey } from "../../lib/api/api-types.ts";

/** What a dialog about an organization is given. It is mounted while it is open. */
export interface DecisionDialogProps {
  readonly organization: OrganizationSurvey;
  readonly onClose: () => void;
}
