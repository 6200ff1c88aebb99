import type { UsageReport } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";
import { problemName } from "../api/problem-name.ts";

export type GroupUsage = UsageReport["groups"][number];

/** What people call it: a key or an app by its name, a class of status or a problem with what it means, a route as it is. */
export function groupName({ group, key, app }: Pick<GroupUsage, "group" | "key" | "app">): string {
  if (key !== null) return key.name;
  if (app !== null) return app.name;
  if (/^[a-z_]+$/.test(group)) return problemName(group);
  if (group !== "2xx" && group !== "3xx" && group !== "4xx" && group !== "5xx") return group;
  return `${group} · ${wordsOf("usage")(`status.${group}`)}`;
}
