import { Trans, useTranslation } from "react-i18next";
import { requestWords } from "../../../lib/words/request-words.ts";
import { Mono } from "../../../ui/mono.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import type { LastUseView } from "../key-types.ts";

/** What was called with a fresh secret, when, from where, and how it ended. */
export function RequestSeen({ use }: { readonly use: LastUseView }) {
  const { t } = useTranslation("keys");
  const { at, address, method, route, status, requests } = use;
  const outcome = isRefusal(use) ? "refused" : "arrived";
  return (
    <Trans
      t={t}
      // Between two looks there can be many.
      i18nKey={requests === 1 ? `firstRequest.${outcome}` : `firstRequest.${outcome}Latest`}
      values={{
        address: address || t("use.untoldAddress"),
        request: requestWords({ method, route }),
        status,
        requests,
      }}
      components={{ code: <Mono>{null}</Mono>, time: <QuietTime at={at} /> }}
    />
  );
}

/** By admission: for the limit, a scope, an address or a browser. */
export function isRefusal({ status }: LastUseView): boolean {
  return status === 403 || status === 429;
}

/** That time passes is not worth telling. */
function QuietTime({ at }: { readonly at: string }) {
  return (
    <span aria-live="off">
      <RelativeTime at={at} />
    </span>
  );
}
