import { Anchor, Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formErrorsOf } from "../lib/forms/form-errors.ts";
import { enterCode, enterRecoveryCode } from "../lib/sign-in/second-step.ts";
import { useOnce } from "../lib/api/use-once.ts";
import { FormRefusal } from "./form-refusal.tsx";
import { OneTimeCodeField } from "./one-time-code-field.tsx";
import { toastDone } from "./toast.ts";
import { useReveal } from "./use-reveal.ts";

interface SecondStepProps {
  /** What the button says. */
  readonly action: string;
  /** After the code was right. */
  readonly onEntered: () => Promise<void>;
  readonly onBack: () => void;
}

const kinds = {
  app: { enter: enterCode, other: "recovery" },
  recovery: { enter: enterRecoveryCode, other: "app" },
} as const;

/** What follows the password where two-factor is on: a code of the app, or one of the recovery codes. */
export function SecondStep({ action, onEntered, onBack }: SecondStepProps) {
  const { t } = useTranslation("signIn");
  const [kind, setKind] = useState<keyof typeof kinds>("app");
  const form = useForm({
    initialValues: { code: "" },
    validate: { code: (code) => (code.trim() === "" ? t(`code.${kind}.missing`) : null) },
  });
  const enter = useOnce({
    mutationFn: async (code: string) => {
      const count = await kinds[kind].enter(code);
      await onEntered();
      if (count !== null) toastDone(t("recoveryCodesLeft", { count }));
    },
    onError: (error) => form.setErrors(formErrorsOf(error)),
    gcTime: 0,
  });
  const element = useReveal(enter.error);
  const change = () => {
    setKind(kinds[kind].other);
    form.reset();
    enter.reset();
  };
  return (
    <form ref={element} onSubmit={form.onSubmit(({ code }) => enter.mutate(code))} noValidate>
      <Stack gap="md">
        <OneTimeCodeField
          key={kind}
          label={t(`code.${kind}.label`)}
          description={t(`code.${kind}.means`)}
          inputMode={kind === "app" ? "numeric" : "text"}
          {...form.getInputProps("code")}
        />
        <FormRefusal error={enter.error} />
        <Button type="submit" loading={enter.isPending} fullWidth>
          {action}
        </Button>
        <Group justify="space-between" gap="xs">
          <Anchor component="button" type="button" size="sm" onClick={change}>
            {t(`code.${kind}.other`)}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            {t("code.back")}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
