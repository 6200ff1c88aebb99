import { exportHead, exportLines } from "@katkey/server/exports/audit-lines";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { downloadFile } from "../../lib/api/download-file.ts";
import { useTRPC, useTRPCClient } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { auditFilterOf, type AuditSearch } from "./audit-search.ts";
import type { ExportFormat } from "../../lib/api/api-types.ts";

const types = {
  csv: "text/csv;charset=utf-8",
  jsonl: "application/jsonl;charset=utf-8",
} as const satisfies Record<ExportFormat, string>;

interface Progress {
  readonly entries: number;
  readonly of: number;
}

/** Puts what the filters show on record as exported, fetches it page by page, and hands it over as a file. */
export function useAuditExport(
  { organizationId, search }: { readonly organizationId: OrganizationId; readonly search: AuditSearch },
  onDone: (entries: number) => void,
) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const whose = { organizationId };

  async function exported(format: ExportFormat): Promise<number> {
    const { signal } = (running.current = new AbortController());
    setProgress(null);
    const begun = await client.audit.export.mutate({ ...whose, ...auditFilterOf(search), format });
    const parts = [exportHead(format)];
    let entries = 0;
    for (let after: number | null = 0; after !== null;) {
      setProgress({ entries, of: begun.entries });
      const part = { ...whose, exportId: begun.id, after };
      const page: ExportPage = await client.audit.exported.query(part, { signal });
      parts.push(exportLines(format, page.items));
      entries += page.items.length;
      after = page.nextCursor === null ? null : Number(page.nextCursor);
    }
    downloadFile({ name: begun.name, type: types[format], content: parts });
    return entries;
  }

  const run = useOnce({
    mutationFn: exported,
    onSuccess: onDone,
    // It is an entry of the log itself, also when not all of it arrived.
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.audit.list.pathKey() }),
  });
  return { run, progress, stop: () => running.current?.abort() };
}

type ExportPage = Awaited<ReturnType<ReturnType<typeof useTRPCClient>["audit"]["exported"]["query"]>>;
