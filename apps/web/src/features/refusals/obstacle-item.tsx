import { Stack, Text } from "@mantine/core";
import type { Explanation, Obstacle, OrganizationId } from "../../lib/api/api-types.ts";
import { ObstacleAction } from "./obstacle-action.tsx";
import { ObstacleWords } from "./obstacle-words.tsx";

export interface ObstacleProps {
  readonly organizationId: OrganizationId;
  readonly explanation: Explanation;
  readonly obstacle: Obstacle;
  /** What is settled first: its action is the main one. */
  readonly first: boolean;
}

/** What is in the way, and the one thing that settles it. */
export function ObstacleItem(props: ObstacleProps) {
  return (
    <Stack gap="sm" align="start">
      <Text component="div">
        <ObstacleWords explanation={props.explanation} obstacle={props.obstacle} />
      </Text>
      <ObstacleAction {...props} />
    </Stack>
  );
}
