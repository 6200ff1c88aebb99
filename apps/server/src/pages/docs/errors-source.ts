import { STATUS_CODES } from "node:http";
import type { ProblemDefinition } from "../../http/problems/definition.ts";
import { problems } from "../../http/problems.ts";
import { problemsBesideRoutes, problemsOf } from "../../rest/openapi/problem-codes.ts";
import { routes } from "../../rest/routes.ts";
import { anchorOf } from "./anchors.ts";

const head = `# Errors

Every refused request has a \`code\` that never changes its meaning: here is what each means, and what to do.

The answer is \`application/problem+json\` (RFC 9457): \`type\` leads to the code's section here, \`status\`
repeats the status, \`detail\` says what is wrong this time, \`instance\` is the request id. A
\`validation_failed\` names each place in \`errors: [{ path, message, code }]\`. The dashboard's procedures
give the same codes as \`reason\`.

Every 429, 503 and 507 says in \`Retry-After\` after how many seconds it is worth asking again. For 507 that is for
programs: what a person did is not repeated unless they do it again (RFC 4918 §11.5).

Whoever is a member of the key's organization can paste the request id, or the whole answer, under *Refusals*
in the dashboard: it tells what was asked, why it was refused, and what would make it pass now. It knows the
refusals of the last 7 days.
`;

type Row = readonly [code: string, definition: ProblemDefinition];

/** What each code means and how to get rid of it: where the `type` of every problem leads. Markdown. */
export function errorsSource(): string {
  const rows = Object.entries<ProblemDefinition>(problems).toSorted(([, a], [, b]) => a.status - b.status);
  const answered = answeredByTheApi();
  const ofApi = rows.filter(([code]) => answered.has(code));
  const ofDashboard = rows.filter(([code]) => !answered.has(code));
  return [
    head,
    "## Codes of the API\n",
    ...indexByStatus(ofApi),
    ...ofApi.map(sectionOf),
    "## Codes of the dashboard\n",
    "No request with an API key is answered with these.\n",
    ...indexByStatus(ofDashboard),
    ...ofDashboard.map(sectionOf),
  ].join("\n");
}

/** The others are met only by people at the dashboard. */
function answeredByTheApi(): ReadonlySet<string> {
  const ofRoutes = routes.flatMap((route) => [...problemsOf(route).values()].flat());
  return new Set([...ofRoutes, ...problemsBesideRoutes]);
}

function sectionOf([code, { status, title, cause, fix }]: Row): string {
  return `### ${code}\n\n**${status} · ${title}.** ${cause}\n\n${fix}\n`;
}

function indexByStatus(rows: readonly Row[]): readonly string[] {
  return Array.from(
    Map.groupBy(rows, ([, { status }]) => status),
    ([status, of]) => {
      const links = of.map(([code]) => `[\`${code}\`](#${anchorOf(code)})`);
      return `**${status} ${STATUS_CODES[status] ?? ""}:** ${links.join(", ")}\n`;
    },
  );
}
