import { Button, Group } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { documentation } from "../../lib/documentation.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";

interface NoKeysProps {
  readonly issueButton: ReactNode;
  readonly onShowAll: () => void;
}

/** What a key is for, and the first one. */
export function NoKeys({ issueButton, onShowAll }: NoKeysProps) {
  return (
    <EmptyState
      icon={<IconKey size={22} />}
      title="No key is in use"
      action={
        <Group gap="xs" justify="center">
          {issueButton}
          <Button variant="subtle" onClick={onShowAll}>
            Show expired and revoked
          </Button>
        </Group>
      }
    >
      An API key lets one of your servers call the API on behalf of this organization: a shop, a sync job,
      Zapier. Issue one key per integration, so that each can be rotated and revoked without touching the
      others. <NewTabLink href={documentation.start}>The first requests with a key</NewTabLink>
    </EmptyState>
  );
}
