interface File {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** Hands the reader a file that was made here. */
export function downloadFile({ name, type, content }: File): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Later: some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
