const part = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${part}(?:\\.${part}){3}$`);

/** Whether a text is an IP address. Behind careless proxies it is whatever the client has written. */
export function isAddress(text: string): boolean {
  return ipv4.test(text) || (/^[\d.:a-f]+$/i.test(text) && URL.canParse(`http://[${text}]/`));
}
