import type { UsageReport } from "./api-types.ts";
import { wordsOf } from "./i18n.ts";
import { problemName } from "./problem-name.ts";

export type GroupUsage = UsageReport["groups"][number];

/** What people call it: a key by its name, a class of status or a problem with what it means, a route as it is. */
export function groupName({ group, key }: Pick<GroupUsage, "group" | "key">): string {
  if (key !== null) return key.name;
  if (/^[a-z_]+$/.test(group)) return problemName(group);
  if (group !== "2xx" && group !== "3xx" && group !== "4xx" && group !== "5xx") return group;
  return `${group} · ${wordsOf("usage")(`status.${group}`)}`;
}
