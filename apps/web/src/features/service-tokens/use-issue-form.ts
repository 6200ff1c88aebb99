import { useForm } from "@mantine/form";
import { reveal, useReveal } from "../../ui/use-reveal.ts";
import { mistakesIn, type IssueValues } from "./issue-values.ts";

/** A service token about to be issued, and what its `<form>` needs: whoever refuses it, the focus is where it says why. */
export function useIssueForm(error: unknown, send: (values: IssueValues) => void) {
  const form = useForm<IssueValues>({
    initialValues: { name: "", coverage: "all", organizations: [], lifetime: "365" },
    validate: mistakesIn,
  });
  const element = useReveal(error);
  const onSubmit = form.onSubmit(
    (values) => send(values),
    // Once the mistakes have been rendered.
    () => requestAnimationFrame(() => reveal(element.current)),
  );
  return { form, submit: { ref: element, onSubmit, noValidate: true } };
}
