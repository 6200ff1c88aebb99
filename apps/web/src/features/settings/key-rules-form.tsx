import { Button, Checkbox, Group, NumberInput, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { useReveal } from "../../ui/use-reveal.ts";
import classes from "./key-rules-form.module.css";
import { longestLifetimeDays, useKeyRulesForm } from "./use-key-rules-form.ts";

export function KeyRulesForm({ settings }: { readonly settings: OrganizationSettings }) {
  const { t } = useTranslation("settings");
  const { form, save, onSubmit } = useKeyRulesForm(settings);
  const element = useReveal(save.error);
  const limited = form.values.days !== "";
  return (
    <form ref={element} onSubmit={onSubmit} noValidate>
      <Stack gap="lg" maw={420}>
        <NumberInput
          label={t("rules.lifetime")}
          description={t("rules.lifetimeMeans")}
          min={1}
          max={longestLifetimeDays}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
          hideControls
          {...form.getInputProps("days")}
        />
        <Checkbox
          label={t("rules.required")}
          description={t(limited ? "rules.requiredByMaximum" : "rules.requiredMeans")}
          checked={limited || form.values.required}
          disabled={limited}
          onChange={(event) => form.setFieldValue("required", event.currentTarget.checked)}
        />
        <Textarea
          label={t("rules.addresses")}
          description={t("rules.addressesMeans")}
          placeholder={"203.0.113.7\n203.0.113.0/24\n2001:db8::/32"}
          autosize
          minRows={3}
          maxRows={8}
          spellCheck={false}
          classNames={{ input: classes.addresses }}
          {...form.getInputProps("addresses")}
        />
        {Object.keys(form.errors).length === 0 && <FormRefusal error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t("rules.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
