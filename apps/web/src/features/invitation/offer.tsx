import { Trans, useTranslation } from "react-i18next";
import type { InvitationPreview } from "../../lib/api/api-types.ts";
import { roleName, roleSentence } from "../../lib/organization/roles.ts";
import { useSession } from "../../lib/sign-in/session.ts";
import { FrontDoor } from "../../ui/front-door.tsx";
import { AcceptButton } from "./accept-button.tsx";
import { JoinForm } from "./join-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { WrongAccount } from "./wrong-account.tsx";

interface OfferProps {
  readonly token: string;
  readonly invitation: InvitationPreview;
}

/** What is offered, and the way in that fits who is looking. */
export function Offer({ token, invitation }: OfferProps) {
  const { t } = useTranslation("invitation");
  const { organization, invitedBy, role, email } = invitation;
  return (
    <FrontDoor
      title={t("join", { organization })}
      description={
        <Trans
          t={t}
          i18nKey="offer"
          values={{ invitedBy, email, role: roleName(role), means: roleSentence(role) }}
          components={{ strong: <strong /> }}
        />
      }
    >
      <WayIn token={token} invitation={invitation} />
    </FrontDoor>
  );
}

function WayIn({ token, invitation }: OfferProps) {
  const me = useSession();
  const { email, hasAccount } = invitation;
  if (me !== null && me.user.email === email) return <AcceptButton token={token} />;
  if (me !== null) return <WrongAccount signedInAs={me.user.email} invited={email} />;
  return hasAccount ? <SignInForm token={token} email={email} /> : <JoinForm token={token} email={email} />;
}
