import { Button, Stack, Text } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ExportFormat, OrganizationId } from "../../lib/api/api-types.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { MeterBar } from "../../ui/meter-bar.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { toastDone } from "../../ui/toast.ts";
import { documentation } from "../../lib/documentation.ts";
import { isFiltered, type AuditSearch } from "./audit-search.ts";
import { useAuditExport } from "./use-audit-export.ts";

interface ExportDialogProps {
  readonly organizationId: OrganizationId;
  readonly search: AuditSearch;
  readonly onClose: () => void;
}

const formats = ["csv", "jsonl"] as const satisfies readonly ExportFormat[];

export function ExportDialog({ organizationId, search, onClose }: ExportDialogProps) {
  const { t } = useTranslation("audit");
  const [format, setFormat] = useState<ExportFormat>("csv");
  const { run, progress, stop } = useAuditExport({ organizationId, search }, (count) => {
    toastDone(t("export.done", { count }));
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate(format);
  };
  const cancel = () => {
    stop();
    onClose();
  };
  return (
    <Dialog opened onClose={cancel} title={t("export.title")} size="lg" locked={run.isPending}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>{t(isFiltered(search) ? "export.filtered" : "export.everything")}</Text>
          <ChoiceCards
            label={t("export.format")}
            choices={formats.map((value) => ({
              value,
              label: t(`export.formats.${value}.name`),
              description: t(`export.formats.${value}.means`),
            }))}
            value={format}
            onChange={setFormat}
          />
          <Text size="sm" c="dimmed">
            {t("export.audited")} <NewTabLink href={documentation.audit}>{t("export.check")}</NewTabLink>
          </Text>
          {run.isPending && <Running progress={progress} />}
          {run.error !== null && <ErrorNotice error={run.error} title={t("export.refused")} />}
        </Stack>
        <DialogActions>
          <Button variant="default" onClick={cancel}>
            {t("export.cancel")}
          </Button>
          <Button type="submit" loading={run.isPending} data-autofocus>
            {t("export.action")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Running({ progress }: { readonly progress: ReturnType<typeof useAuditExport>["progress"] }) {
  const { t } = useTranslation("audit");
  const { entries, of } = progress ?? { entries: 0, of: 0 };
  return (
    <Stack gap={6}>
      <output>
        {progress === null ? t("export.counting") : t("export.progress", { entries, count: of })}
      </output>
      <MeterBar value={entries} full={of} expected={0} />
    </Stack>
  );
}
