import { Container } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconMapQuestion } from "@tabler/icons-react";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/link-button.tsx";

export function NotFoundPage() {
  useDocumentTitle("Page not found · Katkey");
  return (
    <Container size="sm" py={64} component="main">
      <EmptyState
        icon={<IconMapQuestion size={22} />}
        title="There is no page at this address"
        action={<LinkButton to="/">Go to your API keys</LinkButton>}
      >
        The link may be mistyped, or from a newer version. Nothing was lost: keys and their history are never
        deleted.
      </EmptyState>
    </Container>
  );
}
