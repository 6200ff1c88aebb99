import type { Token } from "markdown-it";

/** What is said, without how it looks. */
export function textOf({ type, children, content }: Token): string {
  if (type === "softbreak") return " ";
  return children === null ? content : children.map(textOf).join("");
}

/** @throws Error where there is none: Markdown-it pairs what opens with what closes */
export function at(tokens: readonly Token[], index: number): Token {
  const token = tokens[index];
  if (token === undefined) throw new Error("Markdown-it gave a list of tokens that ends too early");
  return token;
}
