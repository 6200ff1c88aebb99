import { useTranslation } from "react-i18next";
import type { ChangePreview } from "../../../lib/api/api-types.ts";
import { Mono } from "../../../ui/mono.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { UseList } from "./use-list.tsx";

interface ClientUsesProps {
  readonly label: string;
  readonly clients: ChangePreview["clients"];
  /** Their requests are those that would have been refused, and no others. */
  readonly counted: boolean;
}

export function ClientUses({ label, clients: { shown, more }, counted }: ClientUsesProps) {
  const { t } = useTranslation("traffic");
  return (
    <UseList
      label={label}
      uses={shown.map(({ address, userAgent, requests, lastAt }) => ({
        key: JSON.stringify([address, userAgent]),
        what: <Client address={address} userAgent={userAgent} />,
        figures: (
          <>
            {counted && <>{t("preview.requests", { count: requests })} · </>}
            <RelativeTime at={lastAt} />
          </>
        ),
      }))}
      more={more === 0 ? null : t("preview.moreClients", { count: more })}
    />
  );
}

interface ClientProps {
  readonly address: string;
  readonly userAgent: string | null;
}

function Client({ address, userAgent }: ClientProps) {
  const { t } = useTranslation("traffic");
  if (address === "" && userAgent === null) return t("clients.others");
  return (
    <>
      {address === "" ? t("clients.untoldAddress") : <Mono>{address}</Mono>}{" "}
      {userAgent !== null && <bdi>{userAgent}</bdi>}
    </>
  );
}
