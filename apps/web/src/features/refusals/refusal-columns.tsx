import type { TFunction } from "i18next";
import type { OrganizationId, RefusedRequest } from "../../lib/api/api-types.ts";
import { problemName } from "../../lib/api/problem-name.ts";
import type { Column } from "../../ui/data-table.tsx";
import { requestWords } from "../../lib/words/request-words.ts";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { TextLink } from "../../ui/text-link.tsx";

interface RefusalColumnsOptions {
  readonly organizationId: OrganizationId;
  readonly t: TFunction<"refusals">;
}

/** Each row leads to its explanation. */
export function refusalColumns({
  organizationId,
  t,
}: RefusalColumnsOptions): readonly Column<RefusedRequest>[] {
  return [
    {
      key: "why",
      header: t("latest.why"),
      place: "title",
      cell: ({ requestId, status, code }) => (
        <TextLink
          covers="row"
          to="/o/$organizationId/refusals"
          params={{ organizationId }}
          search={{ request: requestId }}
        >
          {status} · {problemName(code)}
        </TextLink>
      ),
    },
    {
      key: "request",
      header: t("latest.request"),
      width: "26%",
      cell: ({ method, route }) => <Mono>{requestWords({ method, route })}</Mono>,
    },
    {
      key: "key",
      header: t("latest.key"),
      width: "20%",
      cell: ({ keyName, appName }) => <bdi>{keyName ?? appName}</bdi>,
    },
    {
      key: "from",
      header: t("latest.from"),
      width: "15%",
      cell: ({ address }) => (address === "" ? "–" : <Mono>{address}</Mono>),
    },
    { key: "when", header: t("latest.when"), width: "14%", cell: ({ at }) => <RelativeTime at={at} /> },
  ];
}
