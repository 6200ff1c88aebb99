import { useNavigate } from "@tanstack/react-router";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { useEnter } from "../../lib/sign-in/enter.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { forgetLinkToken } from "../../lib/sign-in/link-token.ts";
import { toastDone } from "../../ui/toast.ts";

/** After the invitation was accepted by somebody who is signed in. */
export function useOpenOrganization() {
  const enter = useEnter();
  const navigate = useNavigate();
  return async (organizationId: OrganizationId) => {
    await enter();
    forgetLinkToken();
    toastDone(wordsOf("invitation")("welcome"));
    await navigate({ to: "/o/$organizationId", params: { organizationId }, replace: true });
  };
}
