/** Before the files that run beside each other: of two that find no web app, one would sweep away the other's. */
export { buildWeb as setup } from "../../../scripts/build-web.mjs";
