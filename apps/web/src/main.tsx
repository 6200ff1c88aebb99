import "@fontsource-variable/inter/index.css";
// In a layer, so that our own styles win in whichever order the files of a page are loaded.
import "@mantine/core/styles.layer.css";
import "./app/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { speak } from "./lib/language/i18n.ts";
import { languageAtStart } from "./lib/language/language.ts";
import { watchLinkToken } from "./lib/sign-in/link-token.ts";

watchLinkToken();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// Without the words of one language the other one is still better than nothing.
await speak(languageAtStart(navigator.languages)).catch(() => speak("en"));

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
