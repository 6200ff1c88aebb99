import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ChangePreview } from "../../../lib/api/api-types.ts";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { TextSkeleton } from "../../../ui/text-skeleton.tsx";
import { EffectNotice } from "./effect-notice.tsx";
import { NoEffect } from "./no-effect.tsx";

interface PreviewPanelProps {
  /** As it was asked for. */
  readonly preview: {
    readonly data: ChangePreview | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  /** What is looked at is the old secret since its rotation, not the key. */
  readonly oldSecret?: boolean;
}

/** What of the last 7 days' traffic a change would have refused: before it is made, in the dialog that makes it. */
export function PreviewPanel({ preview: { data, error, refetch }, oldSecret = false }: PreviewPanelProps) {
  const { t } = useTranslation("traffic");
  return (
    <section aria-label={t("preview.title")} aria-live="polite">
      {data === undefined && error !== null && (
        <ErrorNotice error={error} title={t("preview.notLoaded")} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <TextSkeleton label={t("preview.loading")} lines={3} />}
      {data !== undefined && <Found preview={data} oldSecret={oldSecret} />}
    </section>
  );
}

function Found({ preview, oldSecret }: { readonly preview: ChangePreview; readonly oldSecret: boolean }) {
  const effects = preview.effects.filter(({ requests, unknown }) => requests + unknown > 0);
  if (effects.length === 0) return <NoEffect preview={preview} oldSecret={oldSecret} />;
  return (
    <Stack gap="sm">
      {effects.map((effect) => (
        <EffectNotice key={effect.by} effect={effect} preview={preview} />
      ))}
    </Stack>
  );
}
