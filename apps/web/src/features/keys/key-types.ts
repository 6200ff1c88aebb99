import type { KeyView, OrganizationId } from "../../lib/api/api-types.ts";

export type SecretView = KeyView["secrets"][number];
export type LastUseView = NonNullable<KeyView["lastUse"]>;

/** What every dialog about several keys is given. */
export interface ManyDialogProps {
  readonly organizationId: OrganizationId;
  readonly keys: readonly KeyView[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What every dialog that changes a key is given. It is mounted while it is open. */
export interface KeyDialogProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly onClose: () => void;
}
