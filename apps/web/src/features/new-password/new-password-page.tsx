import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLinkToken } from "../../lib/sign-in/link-token.ts";
import { reasonOf } from "../../lib/api/refusal.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { LinkEnd } from "./link-end.tsx";
import { NewPasswordForm } from "./new-password-form.tsx";

/** For whoever forgot their password: where the link leads that an operator made. */
export function NewPasswordPage() {
  const token = useLinkToken();
  return token === null ? <LinkEnd which="incomplete" /> : <Linked key={token} token={token} />;
}

function Linked({ token }: { readonly token: string }) {
  const { t } = useTranslation("newPassword");
  const trpc = useTRPC();
  const [end, setEnd] = useState<"done" | "dead" | null>(null);
  const preview = useQuery({
    ...trpc.passwordLinks.preview.queryOptions({ token }),
    gcTime: 0,
    staleTime: Infinity,
  });
  if (end !== null) return <LinkEnd which={end} />;
  if (isDead(preview.error)) return <LinkEnd which="dead" />;
  if (preview.data !== undefined) {
    return (
      <FrontDoor title={t("title")} description={t("description")}>
        <NewPasswordForm
          token={token}
          email={preview.data.email}
          onChanged={() => setEnd("done")}
          onRefused={(error) => isDead(error) && setEnd("dead")}
        />
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title={t("title")}>
      {preview.isPending ? (
        <TextSkeleton label={t("loading")} />
      ) : (
        <ErrorNotice title={t("notRead")} error={preview.error} onRetry={() => void preview.refetch()} />
      )}
    </FrontDoor>
  );
}

function isDead(error: unknown): boolean {
  return reasonOf(error) === "password_link_invalid";
}
