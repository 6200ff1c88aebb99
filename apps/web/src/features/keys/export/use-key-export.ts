import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { downloadFile } from "../../../lib/api/download-file.ts";
import type { KeyListSearch } from "../../../lib/search/key-list-search.ts";
import { useTRPCClient } from "../../../lib/api/trpc.ts";
import { toastDone, toastRefused } from "../../../ui/toast.ts";
import { keyQueryOf, statusAsked } from "../list/key-query.ts";
import { keyFileHead, keyFileLines } from "./key-file.ts";

/** Makes a file of all keys that the filters show, however many pages they fill. */
export function useKeyExport(organizationId: OrganizationId, search: KeyListSearch) {
  const { t } = useTranslation("keys");
  const { record, readPages } = usePages(organizationId, search);
  const [count, setCount] = useState<number | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start() {
    const { signal } = (running.current = new AbortController());
    setCount(0);
    try {
      const { name } = await record();
      const { content, exported } = await readPages(signal, setCount);
      downloadFile({ name, type: "text/csv;charset=utf-8", content });
      toastDone(t("export.done", { count: exported }));
    } catch (error) {
      if (!signal.aborted) toastRefused(t("export.refused"), error);
    }
    setCount(null);
  }

  return { count, start, stop: () => running.current?.abort() };
}

function usePages(organizationId: OrganizationId, search: KeyListSearch) {
  const client = useTRPCClient();
  const status = statusAsked(search);
  const asked = { ...keyQueryOf(organizationId, search), ...(status !== undefined && { status }) };
  /** The export is on record before any of it leaves. */
  const record = () => client.keys.export.mutate(asked);
  const readPages = async (signal: AbortSignal, onCount: (count: number) => void) => {
    const members = await client.members.list.query({ organizationId }, { signal });
    let [content, exported] = [keyFileHead, 0];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const from = cursor === undefined ? {} : { cursor };
      const page = await client.keys.exported.query({ ...asked, ...from }, { signal });
      content += keyFileLines(page.rows, members);
      exported += page.rows.length;
      onCount(exported);
      cursor = page.nextCursor;
    }
    return { content, exported };
  };
  return { record, readPages };
}
