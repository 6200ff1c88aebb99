import { Box, Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/notice.tsx";
import type { AuditSearch } from "../audit-search.ts";

interface BeginsAtNoticeProps {
  readonly search: AuditSearch;
  /** The entry that is really shown first: the one that was asked for can be missing. */
  readonly first: number | undefined;
  readonly onSearch: (search: AuditSearch) => void;
}

/** Says that newer entries are left out, because the address names the one to begin with. */
export function BeginsAtNotice({ search, first, onSearch }: BeginsAtNoticeProps) {
  const { t } = useTranslation("audit");
  const { entry } = search;
  if (entry === undefined) return null;
  return (
    <Box mb="md">
      <Notice tone={first === entry ? "info" : "warning"}>
        <Group justify="space-between" gap="xs">
          {t(first === entry ? "begins.at" : "begins.missing", { seq: entry })}
          <Button variant="default" size="xs" onClick={() => onSearch({ ...search, entry: undefined })}>
            {t("begins.newest")}
          </Button>
        </Group>
      </Notice>
    </Box>
  );
}
