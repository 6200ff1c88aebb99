/** Where a service finds its token. */
const variable = "KATKEY_SERVICE_TOKEN";

interface Snippet {
  readonly label: string;
  readonly code: string;
}

/** Ways to store the token where a service finds it. The only snippets that hold it. */
export function storeSnippets(token: string): readonly [Snippet, ...Snippet[]] {
  return [
    { label: "macOS / Linux", code: `export ${variable}='${token}'` },
    { label: "PowerShell", code: `$Env:${variable} = '${token}'` },
    { label: ".env", code: `${variable}=${token}` },
  ];
}

/** The question that a service asks about a request of its own, with the token read from the environment. */
export function verifySnippets(origin: string): readonly [Snippet, ...Snippet[]] {
  const url = `${origin}/v1/verify`;
  return [
    { label: "cURL", code: curl(url) },
    { label: "JavaScript", code: javaScript(url) },
  ];
}

function curl(url: string): string {
  return `curl '${url}' \\
  -H "Authorization: Bearer $${variable}" \\
  -H "Content-Type: application/json" \\
  -d '{ "token": "kat_live_…", "scopes": ["products:read"] }'`;
}

function javaScript(url: string): string {
  return `const response = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.${variable}}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ token: presented, scopes: ["products:read"] }),
});
const { valid, code, principal } = await response.json();`;
}
