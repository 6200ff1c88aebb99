import { STATUS_CODES } from "node:http";
import { problems } from "../../http/problems.ts";
import { anchorOf } from "./anchors.ts";

const head = `# Errors

Every refused request has a \`code\` that never changes its meaning: here is what each means, and what to do.

The answer is \`application/problem+json\` (RFC 9457): \`type\` leads to the code's section here, \`status\`
repeats the status, \`detail\` says what is wrong this time, \`instance\` is the request id. A
\`validation_failed\` names each place in \`errors: [{ path, message, code }]\`. The dashboard's procedures
give the same codes as \`reason\`.
`;

/** What each code means and how to get rid of it: where the `type` of every problem leads. Markdown. */
export function errorsSource(): string {
  const sections = Object.entries(problems).map(([code, { status, title, cause, fix }]) => {
    return `## ${code}\n\n**${status} · ${title}.** ${cause}\n\n${fix}\n`;
  });
  return [head, ...indexByStatus(), ...sections].join("\n");
}

function indexByStatus(): readonly string[] {
  const codes = Object.entries(problems).map(([code, { status }]) => ({ code, status }));
  const groups = Array.from(Map.groupBy(codes, ({ status }) => status)).toSorted(([a], [b]) => a - b);
  return groups.map(([status, of]) => {
    const links = of.map(({ code }) => `[\`${code}\`](#${anchorOf(code)})`);
    return `**${status} ${STATUS_CODES[status] ?? ""}:** ${links.join(", ")}\n`;
  });
}
