interface FormFields {
  getInputNode(path: string): HTMLElement | null;
}

/** For a form's second submit handler: the keyboard goes to the first field that has to be mended. */
export function focusMistake(form: FormFields) {
  return (errors: Readonly<Record<string, unknown>>) => {
    const [first] = Object.keys(errors);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
}
