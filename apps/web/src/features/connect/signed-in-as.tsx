import { Anchor } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import { signOut } from "../../lib/api/auth-fetch.ts";
import { useEnter } from "../../lib/sign-in/enter.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import type { ConnectDetails } from "./connect-requests.ts";

interface SignedInAsProps {
  readonly user: NonNullable<ConnectDetails["user"]>;
  readonly onSignedOut: () => Promise<unknown>;
}

/** By whose leave it would be, and the way to be somebody else. */
export function SignedInAs({ user, onSignedOut }: SignedInAsProps) {
  const { t } = useTranslation("connect");
  const enter = useEnter();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await enter();
      await onSignedOut();
    },
  });
  return (
    <>
      <Trans
        t={t}
        i18nKey="signedInAs"
        values={{ email: user.email }}
        components={{
          strong: <strong />,
          a: (
            <Anchor component="button" type="button" size="sm" inherit onClick={() => leave.mutate()}>
              {null}
            </Anchor>
          ),
        }}
      />
      {leave.error !== null && <ErrorNotice error={leave.error} />}
    </>
  );
}
