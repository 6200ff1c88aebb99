interface File {
  readonly name: string;
  readonly type: string;
  /** In one piece, or in several that follow each other: a long text is made more cheaply so. */
  readonly content: string | readonly string[];
}

/** Hands the reader a file that was made here. */
export function downloadFile({ name, type, content }: File): void {
  const url = URL.createObjectURL(new Blob(typeof content === "string" ? [content] : [...content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Later: some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
