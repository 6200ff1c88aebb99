import { escapeHtml } from "./html.ts";

const form = /^(?<method>GET|POST|PATCH|DELETE) (?<path>\/\S*)$/;

/** `POST /v1/products`: what an operation is called by. */
export function isRequestLine(text: string): boolean {
  return form.test(text);
}

/** Method and path, which stay on one line. HTML. */
export function requestLine(text: string, id: string | null = null): string {
  const { method = "", path = "" } = form.exec(text)?.groups ?? {};
  const parts = path.split(/(?<=\/)/).map(escapeHtml);
  const own = id === null ? "" : ` id="${escapeHtml(id)}"`;
  // Where even a whole line is too short, the path has its breaks at its slashes.
  return `<span class="request"${own}>${methodBadge(method)} <code>${parts.join("<wbr>")}</code></span>`;
}

/** HTML. */
export function methodBadge(method: string): string {
  return `<span class="method" data-method="${method.toLowerCase()}">${method}</span>`;
}
