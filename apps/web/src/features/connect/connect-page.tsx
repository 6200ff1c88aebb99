import { useTranslation } from "react-i18next";
import { AuthError } from "../../lib/api/auth-fetch.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { Consent } from "./consent.tsx";
import { GoingOn } from "./going-on.tsx";
import { RequestOver } from "./request-over.tsx";
import { SignInFirst } from "./sign-in-first.tsx";
import { useAnswer, useDetails } from "./use-connect.ts";
import { WrongAccount } from "./wrong-account.tsx";

/** Where an app sends those who are to connect it. */
export function ConnectPage({ uid }: { readonly uid: string }) {
  const { t } = useTranslation("connect");
  const { data: details, error, refetch } = useDetails(uid);
  const answer = useAnswer(uid);
  if (answer.isSuccess) return <Leaving />;
  if (isOver(error) || isOver(answer.error)) return <RequestOver />;
  if (details === undefined) {
    return (
      <FrontDoor title={t("title")}>
        {error === null ? (
          <TextSkeleton label={t("loading")} lines={6} />
        ) : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        )}
      </FrontDoor>
    );
  }
  if (answer.variables?.decision === "signed_in") return <GoingOn details={details} answer={answer} />;
  const page = { details, answer, onChanged: async () => (await refetch()).data };
  if (details.user === null) return <SignInFirst {...page} />;
  if (!details.isForUser) return <WrongAccount {...page} signedInAs={details.user.email} />;
  if (details.waitsFor === "login") return <GoingOn details={details} answer={answer} />;
  return <Consent {...page} user={details.user} />;
}

/** The browser is on its way. */
function Leaving() {
  const { t } = useTranslation("connect");
  return (
    <FrontDoor title={t("leaving.title")}>
      <TextSkeleton label={t("leaving.title")} lines={2} />
    </FrontDoor>
  );
}

function isOver(error: unknown): boolean {
  return error instanceof AuthError && error.code === "connect_request_over";
}
