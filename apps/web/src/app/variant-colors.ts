import { defaultVariantColorsResolver, type VariantColorsResolver } from "@mantine/core";

/** Where Mantine's own choice of colours fails the contrast of one of the two schemes, or shouts. */
export const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  // Filled is dark in the light scheme and light in the dark one; Mantine looks at one scheme only.
  if (input.variant === "filled") return { ...colors, color: "var(--katkey-on-filled)" };
  if (input.variant !== "light") return colors;

  const name = input.color ?? input.theme.primaryColor;
  const middle = `var(--mantine-color-${name}-5)`;
  return {
    background: `color-mix(in srgb, ${middle} 8%, var(--katkey-surface))`,
    hover: `color-mix(in srgb, ${middle} 14%, var(--katkey-surface))`,
    color: `light-dark(var(--mantine-color-${name}-7), var(--mantine-color-${name}-3))`,
    border: `1px solid color-mix(in srgb, ${middle} 32%, var(--katkey-surface))`,
  };
};
