import { problems } from "../src/http/problems.ts";

const head = `# Errors

Every refused request is answered with \`application/problem+json\` (RFC 9457): \`type\` leads to the code's
section here, \`status\` repeats the status, \`detail\` says what is wrong this time, \`instance\` is the
request id, \`code\` is one of the codes below and never changes its meaning. A \`validation_failed\`
names each place in \`errors: [{ path, message, code }]\`. The dashboard's procedures give the same codes
as \`reason\`.

This page is made from the server's own table; a test keeps it in step.
`;

/** The text of docs/errors.md. */
export function errorsDocument(): string {
  const sections = Object.entries(problems).map(([code, { status, title, cause, fix }]) => {
    return `## ${code}\n\n**${status} · ${title}.** ${cause}\n\n${fix}\n`;
  });
  return [head, ...sections].join("\n");
}
