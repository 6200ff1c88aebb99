import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import type { AuditSearch } from "./audit-search.ts";
import { ExportDialog } from "./export-dialog.tsx";

interface ExportButtonProps {
  readonly organizationId: OrganizationId;
  readonly search: AuditSearch;
}

export function ExportButton({ organizationId, search }: ExportButtonProps) {
  const { t } = useTranslation("audit");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("export.open")}
      </Button>
      {open && (
        <ExportDialog organizationId={organizationId} search={search} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
