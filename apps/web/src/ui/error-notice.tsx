import { Alert, Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { refusalOf } from "../lib/refusal.ts";

interface ErrorNoticeProps {
  readonly error: unknown;
  /** What did not happen, such as "The members could not be loaded". */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Says why, and what to do about it. */
export function ErrorNotice({ error, title, onRetry }: ErrorNoticeProps) {
  const { message, requestId, retryable } = refusalOf(error);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={title} role="alert">
      <Text size="sm">{message}</Text>
      {requestId !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          Request <code>{requestId}</code>: the server's log has more under this id.
        </Text>
      )}
      {retryable && onRetry !== undefined && (
        <Button variant="default" size="xs" mt="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
