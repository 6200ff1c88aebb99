import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLinkToken } from "../../lib/sign-in/link-token.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
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
  const { t } = useTranslation("invitation");
  const { t: app } = useTranslation();
  const trpc = useTRPC();
  const preview = useQuery({
    ...trpc.invitations.preview.queryOptions({ token }),
    gcTime: 0,
    staleTime: Infinity,
  });
  if (preview.data !== undefined) return <Offer token={token} invitation={preview.data} />;
  if (preview.isPending) {
    return (
      <FrontDoor title={t("title")}>
        <TextSkeleton label={t("loading")} />
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title={t("title")} footer={t("acceptedBefore")}>
      <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
      <LinkButton to="/sign-in" variant="default" mt="md" fullWidth>
        {app("signIn")}
      </LinkButton>
    </FrontDoor>
  );
}

function LinkIncomplete() {
  const { t } = useTranslation("invitation");
  const { t: app } = useTranslation();
  return (
    <FrontDoor title={t("incomplete.title")} description={t("incomplete.text")}>
      <LinkButton to="/sign-in" variant="default" fullWidth>
        {app("signIn")}
      </LinkButton>
    </FrontDoor>
  );
}
