/** The name under which every snippet keeps the token. */
const variable = "KATKEY_API_KEY";

export interface Snippet {
  readonly label: string;
  readonly code: string;
}

/** Ways to store a token where a server finds it. The only snippets that hold the token itself. */
export function storeSnippets(token: string): readonly [Snippet, ...Snippet[]] {
  return [
    { label: "macOS / Linux", code: `export ${variable}=${shellQuoted(token)}` },
    { label: "PowerShell", code: `$Env:${variable} = ${powerShellQuoted(token)}` },
    { label: ".env", code: `${variable}=${token}` },
  ];
}

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

/** POSIX shells expand nothing between single quotes, and know no escape there. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** PowerShell doubles a single quote. */
function powerShellQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function curl(url: string): string {
  return `curl ${shellQuoted(url)} \\
  -H "Authorization: Bearer $${variable}"`;
}

function powerShell(url: string): string {
  return `Invoke-RestMethod ${powerShellQuoted(url)} \`
  -Headers @{ Authorization = "Bearer $Env:${variable}" }`;
}

// A JSON string is a string literal of JavaScript and of Python too.
function javaScript(url: string): string {
  return `const response = await fetch(${JSON.stringify(url)}, {
  headers: { Authorization: \`Bearer \${process.env.${variable}}\` },
});
console.log(response.status, await response.json());`;
}

// With what Python brings itself: nothing has to be installed for a first request.
function python(url: string): string {
  return `import json, os, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(url)},
    headers={"Authorization": f"Bearer {os.environ['${variable}']}"},
)
with urllib.request.urlopen(request, timeout=10) as response:
    print(response.status, json.load(response))`;
}
