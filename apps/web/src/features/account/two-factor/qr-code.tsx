import { encodeQR } from "qr";
import classes from "./qr-code.module.css";

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** Dark on light in either theme: many cameras read no other. */
export function QrCode({ text, label }: QrCodeProps) {
  // With the quiet zone of four modules that the standard asks for.
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const modules = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className={classes.code}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={modules.join("")} />
    </svg>
  );
}
