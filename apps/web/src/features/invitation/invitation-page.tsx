import { useQuery } from "@tanstack/react-query";
import { useLinkToken } from "../../lib/link-token.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { Offer } from "./offer.tsx";

export function InvitationPage() {
  const token = useLinkToken();
  return token === null ? <LinkIncomplete /> : <Invited token={token} />;
}

function Invited({ token }: { readonly token: string }) {
  const trpc = useTRPC();
  const preview = useQuery({
    ...trpc.invitations.preview.queryOptions({ token }),
    gcTime: 0,
    staleTime: Infinity,
  });
  if (preview.data !== undefined) return <Offer token={token} invitation={preview.data} />;
  if (preview.isPending) {
    return (
      <FrontDoor title="Your invitation">
        <TextSkeleton label="Reading the invitation" />
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title="Your invitation" footer={<>Accepted it before? Then sign in.</>}>
      <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
      <LinkButton to="/sign-in" variant="default" mt="md" fullWidth>
        Sign in
      </LinkButton>
    </FrontDoor>
  );
}

function LinkIncomplete() {
  return (
    <FrontDoor
      title="This link is not complete"
      description="An invitation link has a long part behind #. Open the link that you were given once more, or copy all of it."
    >
      <LinkButton to="/sign-in" variant="default" fullWidth>
        Sign in
      </LinkButton>
    </FrontDoor>
  );
}
