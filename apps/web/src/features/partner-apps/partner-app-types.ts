import type { OrganizationId, PartnerApp } from "../../lib/api/api-types.ts";

export interface AppDialogProps {
  readonly organizationId: OrganizationId;
  readonly app: PartnerApp;
  readonly onClose: () => void;
}
