import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { LinkButton } from "../../ui/link-button.tsx";

interface UsageActionsProps {
  readonly organizationId: OrganizationId;
  /** `undefined` while there is nothing to save. */
  readonly onExport: (() => void) | undefined;
}

export function UsageActions({ organizationId, onExport }: UsageActionsProps) {
  const { t } = useTranslation("usage");
  return (
    <>
      <LinkButton to="/o/$organizationId/refusals" params={{ organizationId }} variant="default">
        {t("refusals")}
      </LinkButton>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        disabled={onExport === undefined}
        onClick={onExport}
      >
        {t("export")}
      </Button>
    </>
  );
}
