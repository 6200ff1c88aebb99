import { Button, Container } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { ErrorNotice } from "../ui/error-notice.tsx";

/** The last resort: a page that could not start. */
export function FailurePage({ error }: ErrorComponentProps) {
  return (
    <Container size="xs" py={96} component="main">
      <ErrorNotice error={error} title="This page could not be shown" />
      <Button variant="default" mt="md" onClick={() => window.location.reload()}>
        Load the page again
      </Button>
    </Container>
  );
}
