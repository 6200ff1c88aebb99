import type { MantineColorsTuple } from "@mantine/core";

/** Petrol. White on shade 7 has a contrast of 6.5, black on shade 4 of 7. */
export const accent: MantineColorsTuple = [
  "#eaf6fa",
  "#d3eaf2",
  "#a9d6e5",
  "#7bc3da",
  "#58b2ce",
  "#2f93b4",
  "#147a9b",
  "#0c6582",
  "#0a526a",
  "#083f52",
];

export const gray: MantineColorsTuple = [
  "#f7f8f9",
  "#eff1f3",
  "#e5e8eb",
  "#dfe3e7",
  "#c9d0d6",
  "#a3adb5",
  "#7d8891",
  "#59646d",
  "#3d474f",
  "#242b31",
];

export const dark: MantineColorsTuple = [
  "#e8ebed",
  "#c3cbd0",
  "#98a3ab",
  "#6b7780",
  "#343c42",
  "#262d31",
  "#191e21",
  "#0f1214",
  "#0c0f10",
  "#080a0b",
];

export const green: MantineColorsTuple = [
  "#e9f6ee",
  "#d3ecdd",
  "#a8dabd",
  "#7bc79b",
  "#55b67e",
  "#379f64",
  "#25874f",
  "#1a6f40",
  "#145834",
  "#0d4025",
];

export const red: MantineColorsTuple = [
  "#fdecec",
  "#fad5d4",
  "#f5adab",
  "#ef8582",
  "#e9615f",
  "#dc4344",
  "#c93034",
  "#b3262a",
  "#921d21",
  "#6e1518",
];

export const yellow: MantineColorsTuple = [
  "#fdf3dc",
  "#fae6b8",
  "#f5d184",
  "#f0bd5e",
  "#e5a53a",
  "#cb8a1d",
  "#a96d0c",
  "#875600",
  "#6b4400",
  "#4d3100",
];
