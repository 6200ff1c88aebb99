/** Variables as a shell has them. */
export type Variables = Record<string, string>;

/** The words of a command, as a POSIX shell splits and expands them. As much of it as documentation uses. */
export function wordsOf(command: string, variables: Variables): readonly string[] {
  const parts = command.matchAll(/\s+|'(?<plain>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|(?<bare>[^\s'"]+)/g);
  const words: string[] = [];
  let open = false;
  for (const { groups = {} } of parts) {
    const { plain, double, bare } = groups;
    const text = plain ?? expanded(double ?? bare, variables);
    if (text === undefined) open = false;
    else if (open) words.push((words.pop() ?? "") + text);
    else words.push(text);
    open = text !== undefined;
  }
  return words;
}

function expanded(text: string | undefined, variables: Variables): string | undefined {
  return text?.replaceAll(/\\(["\\$])|\$([A-Z_]+)/g, (_whole, escaped?: string, name = "") => {
    if (escaped !== undefined) return escaped;
    const value = variables[name];
    if (value === undefined) throw new Error(`no variable ${name}`);
    return value;
  });
}

export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The request that a curl command sends. */
export function requestOf([program, ...words]: readonly string[]): CurlRequest {
  if (program !== "curl") throw new Error(`not a curl command: ${program}`);
  const headers: Record<string, string> = {};
  let url: string | undefined;
  let method: string | undefined;
  let body: string | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const value = () => words[(index += 1)] ?? "";
    if (word === "-i") continue;
    else if (word === "-X") method = value();
    else if (word === "-d") body = value();
    else if (word === "-H") {
      const [name = "", ...rest] = value().split(": ");
      headers[name.toLowerCase()] = rest.join(": ");
    } else if (word.startsWith("-") || url !== undefined) throw new Error(`what is ${word} to curl?`);
    else url = word;
  }
  if (url === undefined) throw new Error("a curl command without a URL");
  return {
    method: method ?? (body === undefined ? "GET" : "POST"),
    url,
    headers,
    ...(body !== undefined && { body }),
  };
}
