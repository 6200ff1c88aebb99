import { Button, FileButton, Group, Input } from "@mantine/core";
import { IconPhotoUp } from "@tabler/icons-react";
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Logo } from "../../../ui/logo.tsx";
import { shrinkLogo } from "./shrink-logo.ts";

interface LogoFieldProps {
  /** What stands in while there is no logo. */
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (logo: string | null) => void;
  readonly error: ReactNode;
}

/** A picture from this device, shown as others will see it. */
export function LogoField({ name, value, onChange, error }: LogoFieldProps) {
  const { t } = useTranslation("partnerApps");
  const [unreadable, setUnreadable] = useState(false);
  const id = useId();
  const choose = async (file: File | null) => {
    if (file === null) return;
    const logo = await shrinkLogo(file);
    setUnreadable(logo === null);
    if (logo !== null) onChange(logo);
  };
  const mistake = unreadable ? t("mistakes.logo") : error;
  return (
    <Input.Wrapper
      label={t("fields.logo")}
      labelElement="div"
      description={t("fields.logoMeans")}
      descriptionProps={{ id }}
      error={mistake}
    >
      <Group gap="md" mt={8} wrap="nowrap">
        <Logo image={value} name={name} size="lg" />
        <Group gap="xs">
          <FileButton onChange={(file) => void choose(file)} accept="image/png,image/jpeg,image/webp">
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="xs"
                aria-describedby={id}
                leftSection={<IconPhotoUp size={15} aria-hidden />}
              >
                {t(value === null ? "fields.logoChoose" : "fields.logoReplace")}
              </Button>
            )}
          </FileButton>
          {value !== null && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => onChange(null)}>
              {t("fields.logoRemove")}
            </Button>
          )}
        </Group>
      </Group>
    </Input.Wrapper>
  );
}
