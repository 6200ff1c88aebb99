import { useForm } from "@mantine/form";
import { formErrorsOf } from "../../../lib/forms/form-errors.ts";
import { reveal, useReveal } from "../../../ui/use-reveal.ts";
import { mistakesIn, type AppValues } from "./app-values.ts";

interface Sending {
  readonly error: unknown;
  readonly send: (values: AppValues) => void;
}

/** An app about to be registered or edited, and what its `<form>` needs: whoever refuses it, the focus is where it says why. */
export function useAppForm(initialValues: AppValues, { error, send }: Sending) {
  const form = useForm<AppValues>({ initialValues, validate: mistakesIn });
  const element = useReveal(error);
  const onSubmit = form.onSubmit(
    (values) => send(values),
    // Once the mistakes have been rendered.
    () => requestAnimationFrame(() => reveal(element.current)),
  );
  const refused = formErrorsOf(error);
  const mistakeOf = (field: keyof AppValues) =>
    form.errors[field] ?? refused[field] ?? refused[`patch.${field}`];
  return { form, mistakeOf, submit: { ref: element, onSubmit, noValidate: true } };
}
