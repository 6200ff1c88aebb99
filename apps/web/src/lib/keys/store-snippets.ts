/** A piece of code, and the language or shell that it is for. */
export interface Snippet {
  readonly label: string;
  readonly code: string;
}

/** Ways to store a token where a server finds it, under the name of a variable. The only snippets that hold the token itself. */
export function storeSnippets(variable: string, token: string): readonly [Snippet, ...Snippet[]] {
  return [
    { label: "macOS / Linux", code: `export ${variable}=${shellQuoted(token)}` },
    { label: "PowerShell", code: `$Env:${variable} = ${powerShellQuoted(token)}` },
    { label: ".env", code: `${variable}=${token}` },
  ];
}

/** POSIX shells expand nothing between single quotes, and know no escape there. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** PowerShell doubles a single quote. */
export function powerShellQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
