import type { UseFormReturnType } from "@mantine/form";
import { reveal, useReveal } from "../../ui/use-reveal.ts";
import { refusedFields } from "./refused-fields.ts";

/** Hands over the values of a valid form, and what to do when the server refuses them. */
type Send<Values> = (values: Values, onRefused: (refusal: unknown) => void) => void;

/** For a `<form>` about a key: whoever refuses it, the words are at the field and the focus is there too. */
export function useKeySubmit<Values extends object>(
  form: UseFormReturnType<Values>,
  error: unknown,
  send: Send<Values>,
) {
  const element = useReveal(error);
  const onSubmit = form.onSubmit(
    (values) => send(values, (refusal) => form.setErrors(refusedFields(refusal))),
    // Once the mistakes have been rendered.
    () => requestAnimationFrame(() => reveal(element.current)),
  );
  return { ref: element, onSubmit, noValidate: true };
}
