import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { Command, CommandGroup } from "./command.ts";
import { matching } from "./matching.ts";
import { recentCommands } from "./recent-commands.ts";
import { useActionCommands } from "./use-action-commands.ts";
import { useEnvironmentCommands } from "./use-environment-commands.ts";
import { useExplainCommand } from "./use-explain-command.ts";
import { useFoundKeys, useRecentKeys } from "./use-key-commands.ts";
import { useOrganizationCommands } from "./use-organization-commands.ts";
import { usePageCommands } from "./use-page-commands.ts";
import { usePlace } from "./use-place.ts";
import { useViewCommands } from "./use-view-commands.ts";

const mostRecent = 5;
const typingMs = 150;

export interface Group {
  readonly name: CommandGroup;
  readonly commands: readonly Command[];
}

/** What the palette offers for what was typed, in groups. */
export function usePalette(query: string) {
  const { me, organization } = usePlace();
  const [recent] = useState(recentCommands);
  const [settled] = useDebouncedValue(query.trim(), typingMs);
  const pages = usePageCommands(me, organization);
  const actions = useActionCommands(organization);
  const organizations = useOrganizationCommands(me, organization);
  const views = [...useEnvironmentCommands(organization), ...useViewCommands()];
  const recentKeys = useRecentKeys(organization, recent);
  const explain = useExplainCommand(organization, query);
  const keys = useFoundKeys(organization, settled);

  const commands = [...pages, ...actions, ...organizations, ...views];
  const found =
    query.trim() === ""
      ? withRecent(commands, recent, recentKeys)
      : [...explain, ...matching(commands, query), ...keys.commands];
  return {
    groups: inGroups(found),
    organization,
    isSearching: keys.isSearching || settled !== query.trim(),
    error: keys.error,
  };
}

/** What was used last leads, and stands nowhere else. */
function withRecent(commands: readonly Command[], recent: readonly string[], keys: readonly Command[]) {
  const known = [...commands, ...keys];
  const used = recent
    .flatMap((id) => known.filter((command) => command.id === id))
    .slice(0, mostRecent)
    .map((command) => ({ ...command, group: "recent" as const }));
  const others = commands.filter(({ id }) => used.every((command) => command.id !== id));
  return [...used, ...others];
}

/** The group of what fits best leads. */
function inGroups(commands: readonly Command[]): readonly Group[] {
  const names = [...new Set(commands.map(({ group }) => group))];
  return names.map((name) => ({ name, commands: commands.filter(({ group }) => group === name) }));
}
