import { powerShellQuoted, shellQuoted, type Snippet } from "../../../lib/keys/store-snippets.ts";

/** The name under which every snippet keeps the token. */
export const keyVariable = "KATKEY_API_KEY";

/** A first request to this installation, with the token read from the environment. */
export function callSnippets(origin: string): readonly [Snippet, ...Snippet[]] {
  const url = `${origin}/v1/user`;
  return [
    { label: "cURL", code: curl(url) },
    { label: "PowerShell", code: powerShell(url) },
    { label: "JavaScript", code: javaScript(url) },
    { label: "Python", code: python(url) },
  ];
}

function curl(url: string): string {
  return `curl ${shellQuoted(url)} \\
  -H "Authorization: Bearer $${keyVariable}"`;
}

function powerShell(url: string): string {
  return `Invoke-RestMethod ${powerShellQuoted(url)} \`
  -Headers @{ Authorization = "Bearer $Env:${keyVariable}" }`;
}

// A JSON string is a string literal of JavaScript and of Python too.
function javaScript(url: string): string {
  return `const response = await fetch(${JSON.stringify(url)}, {
  headers: { Authorization: \`Bearer \${process.env.${keyVariable}}\` },
});
console.log(response.status, await response.json());`;
}

// With what Python brings itself: nothing has to be installed for a first request.
function python(url: string): string {
  return `import json, os, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(url)},
    headers={"Authorization": f"Bearer {os.environ['${keyVariable}']}"},
)
with urllib.request.urlopen(request, timeout=10) as response:
    print(response.status, json.load(response))`;
}
