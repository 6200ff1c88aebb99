import { Button, Group } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import type { KeyListSearch } from "../../lib/key-list-search.ts";
import { EmptyState } from "../../ui/empty-state.tsx";

interface NoMatchProps {
  readonly search: KeyListSearch;
  readonly onSearch: (search: KeyListSearch) => void;
}

/** Nothing found here, and where else it could be. */
export function NoMatch({ search, onSearch }: NoMatchProps) {
  const elsewhere = search.q !== undefined && (search.status !== "all" || search.environment !== undefined);
  return (
    <EmptyState
      icon={<IconSearchOff size={22} />}
      title="No key matches"
      action={
        <Group gap="xs" justify="center">
          {elsewhere && (
            <Button onClick={() => onSearch({ q: search.q, status: "all" })}>Search all keys</Button>
          )}
          <Button variant="default" onClick={() => onSearch({})}>
            Clear filters
          </Button>
        </Group>
      }
    >
      {search.q === undefined
        ? "This organization has no key of this kind."
        : "The search looks at names, notes, ids and the last four characters of tokens."}
    </EmptyState>
  );
}
