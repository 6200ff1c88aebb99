import { shellQuoted, type Snippet } from "../../lib/keys/store-snippets.ts";

/** Where a service finds its token. */
export const serviceVariable = "KATKEY_SERVICE_TOKEN";

/** The question that a service asks about a request of its own, with the token read from the environment. */
export function verifySnippets(origin: string, brand: string): readonly [Snippet, ...Snippet[]] {
  const url = `${origin}/v1/verify`;
  return [
    { label: "cURL", code: curl(url, brand) },
    { label: "JavaScript", code: javaScript(url) },
  ];
}

function curl(url: string, brand: string): string {
  return `curl ${shellQuoted(url)} \\
  -H "Authorization: Bearer $${serviceVariable}" \\
  -H "Content-Type: application/json" \\
  -d '{ "token": "${brand}_live_…", "scopes": ["products:read"] }'`;
}

function javaScript(url: string): string {
  return `const response = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.${serviceVariable}}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ token: presented, scopes: ["products:read"] }),
});
const { valid, code, principal } = await response.json();`;
}
