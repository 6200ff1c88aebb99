/** A POST in two parts, of which the second is the larger part of its body. */
export function heldPost(path: string, headers: Readonly<Record<string, string>>, input: object) {
  const body = JSON.stringify(input);
  const lines = [
    `POST ${path} HTTP/1.1`,
    "Host: a",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  return [`${lines.join("\r\n")}\r\n\r\n${body.slice(0, 1)}`, body.slice(1)] as const;
}
