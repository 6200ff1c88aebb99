import { Mark } from "./mark.tsx";
import classes from "./brand.module.css";

export function Brand() {
  return (
    <span className={classes.brand}>
      <Mark size={24} />
      Katkey
    </span>
  );
}
