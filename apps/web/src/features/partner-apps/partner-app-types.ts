import type { OrganizationId, PartnerApp } from "../../lib/api-types.ts";

export interface AppDialogProps {
  readonly organizationId: OrganizationId;
  readonly app: PartnerApp;
  readonly onClose: () => void;
}
