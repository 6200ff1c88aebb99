import { Text } from "@mantine/core";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { countWords } from "../../../lib/words/count-words.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { Mono } from "../../../ui/mono.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { StatusBadge, type Tone } from "../../../ui/status-badge.tsx";
import { clientSecretOf, type ClientSecret, type ClientView } from "./client-secret.ts";

const day = 86_400_000;

/** The column of secrets is there during a rotation only. */
export function clientColumns(apiKey: KeyView, since: string): readonly Column<ClientView>[] {
  const t = wordsOf("traffic");
  return [
    {
      key: "address",
      header: t("clients.address"),
      place: "title",
      cell: (client) => <Address client={client} />,
    },
    { key: "agent", header: t("clients.agent"), cell: (client) => <Agent client={client} /> },
    ...(apiKey.status === "rotating" ? [secretColumn(apiKey)] : []),
    {
      key: "requests",
      header: t("clients.requests"),
      width: "150px",
      cell: (client) => <Requests client={client} />,
    },
    {
      key: "first",
      header: t("clients.first"),
      width: "150px",
      // What was before the time that is looked at is not known.
      cell: ({ firstAt }) =>
        Date.parse(firstAt) - Date.parse(since) < day ? t("clients.longAgo") : <RelativeTime at={firstAt} />,
    },
    {
      key: "last",
      header: t("clients.last"),
      width: "150px",
      cell: ({ lastAt }) => <RelativeTime at={lastAt} />,
    },
  ];
}

const tones = {
  old: "attention",
  both: "attention",
  new: "positive",
  earlier: "neutral",
} as const satisfies Record<ClientSecret, Tone>;

function secretColumn(apiKey: KeyView): Column<ClientView> {
  const t = wordsOf("traffic");
  return {
    key: "secret",
    header: t("clients.secret"),
    width: "140px",
    cell: (client) => {
      const secret = clientSecretOf(client, apiKey);
      return secret && <StatusBadge tone={tones[secret]}>{t(`clients.${secret}`)}</StatusBadge>;
    },
  };
}

function Address({ client: { address, userAgent } }: { readonly client: ClientView }) {
  const t = wordsOf("traffic");
  if (address !== "") return <Mono>{address}</Mono>;
  return t(userAgent === null ? "clients.others" : "clients.untoldAddress");
}

/** What a program says of itself, cut where it goes on and on. */
function Agent({ client: { address, userAgent } }: { readonly client: ClientView }) {
  if (address === "" && userAgent === null) return "–";
  if (userAgent === null) return <Text c="dimmed">{wordsOf("traffic")("clients.unknownAgent")}</Text>;
  return (
    <Text component="bdi" size="sm" lineClamp={2} title={userAgent} style={{ overflowWrap: "anywhere" }}>
      {userAgent}
    </Text>
  );
}

function Requests({ client: { requests, refused } }: { readonly client: ClientView }) {
  return (
    <>
      {countWords(requests)}
      {refused > 0 && (
        <Text component="span" size="sm" c="dimmed">
          {" · "}
          {wordsOf("traffic")("clients.refused", { count: refused })}
        </Text>
      )}
    </>
  );
}
