import { Text } from "@mantine/core";
import type { KeyView, Member } from "../../lib/api-types.ts";
import { regainedScopes } from "../../lib/regained-scopes.ts";
import { roleName } from "../../lib/roles.ts";
import { Mono } from "../../ui/mono.tsx";
import classes from "./settle-keys.module.css";

interface RegainedNoticeProps {
  readonly apiKey: KeyView;
  readonly heir: Member;
}

/** Handing over must not give a key more rights without a word. */
export function RegainedNotice({ apiKey, heir: { name, role } }: RegainedNoticeProps) {
  const regained = regainedScopes(apiKey, role);
  if (regained.length === 0) return null;
  return (
    <Text size="sm" aria-live="polite" className={classes.regained}>
      With <bdi>{name}</bdi> ({roleName(role)}), scopes come back that are refused today:{" "}
      <Mono>{regained.join(", ")}</Mono>.
    </Text>
  );
}
