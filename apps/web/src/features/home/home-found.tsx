import { getRouteApi } from "@tanstack/react-router";
import type { Membership } from "../../lib/api/api-types.ts";
import { Figures } from "./figures.tsx";
import { Needs } from "./needs.tsx";
import { Problems } from "./problems.tsx";
import { Requests } from "./requests.tsx";
import type { HomeView } from "./use-home.ts";

const route = getRouteApi("/signed-in/o/$organizationId/");

interface HomeFoundProps {
  readonly membership: Membership;
  readonly home: HomeView;
}

/** The page of an organization whose keys are used. */
export function HomeFound({ membership, home }: HomeFoundProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const range = search.range ?? "30d";
  const report = { "24h": home.day, "30d": home.month }[range];
  return (
    <div>
      <Figures organizationId={membership.id} home={home} />
      <Needs membership={membership} needs={home.needs} />
      <Requests
        organizationId={membership.id}
        report={report}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
      <Problems organizationId={membership.id} report={report} range={range} />
    </div>
  );
}
