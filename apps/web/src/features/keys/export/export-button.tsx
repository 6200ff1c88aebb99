import { Button, CloseButton, Group } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import type { KeyListSearch } from "../../../lib/search/key-list-search.ts";
import { useKeyExport } from "./use-key-export.ts";

interface ExportButtonProps {
  readonly organizationId: OrganizationId;
  readonly search: KeyListSearch;
}

/** The keys that the filters show, as a file; while it is made, how many are in it already. */
export function ExportButton({ organizationId, search }: ExportButtonProps) {
  const { t } = useTranslation("keys");
  const { count, start, stop } = useKeyExport(organizationId, search);
  return (
    <Group gap={4} ml="auto">
      {count !== null && <CloseButton size="sm" aria-label={t("export.stop")} onClick={stop} />}
      <Button
        size="xs"
        variant="default"
        miw={130}
        leftSection={<IconDownload size={14} aria-hidden />}
        disabled={count !== null}
        onClick={() => void start()}
      >
        {count === null ? t("export.action") : t("export.running", { count })}
      </Button>
    </Group>
  );
}
