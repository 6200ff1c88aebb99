import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLinkToken } from "../../lib/link-token.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { SetupForm } from "./setup-form.tsx";

export function SetupPage() {
  const trpc = useTRPC();
  const token = useLinkToken();
  const state = useQuery({ ...trpc.setup.state.queryOptions(), staleTime: Infinity });

  if (state.isPending) {
    return (
      <FrontDoor title="Set up Katkey">
        <TextSkeleton label="Looking whether this installation is new" />
      </FrontDoor>
    );
  }
  if (state.data === undefined) {
    return (
      <FrontDoor title="Set up Katkey">
        <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
      </FrontDoor>
    );
  }
  if (!state.data.needed) return <AlreadySetUp />;
  return token === null ? <LinkMissing /> : <SetupForm token={token} />;
}

function AlreadySetUp() {
  return (
    <FrontDoor
      title="Katkey is set up already"
      description="Setup links work until the first account exists, and one does. Sign in, or ask an owner of your organization for an invitation."
    >
      <LinkButton to="/sign-in" fullWidth>
        Sign in
      </LinkButton>
    </FrontDoor>
  );
}

function LinkMissing() {
  return (
    <FrontDoor
      title="Open the setup link"
      description="This installation is new, and whoever holds its one-time setup link becomes its operator. The server printed the link when it started; copy all of it, the part behind # too."
      footer="The link works for one hour. While nobody has an account, restarting the server prints a new one."
    >
      <Anchor href="/setup" fw={500}>
        Look again
      </Anchor>
    </FrontDoor>
  );
}
