// Everything here is a convenience: without it the pages lose nothing but the buttons.
for (const scroller of document.querySelectorAll("pre, .table")) {
  // Only what scrolls needs a place in the order of tabs.
  if (scroller.scrollWidth <= scroller.clientWidth) scroller.removeAttribute("tabindex");
}

// Browsers give the clipboard to pages over TLS and on localhost only.
if (navigator.clipboard) {
  for (const figure of document.querySelectorAll("figure.code")) {
    if (isAnswer(figure.dataset.language)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", () => copy(figure, button));
    figure.querySelector("figcaption").append(button);
  }
}

/** Answers are read; what is copied is what one sends or writes. */
function isAnswer(language) {
  return ["http", "json", "text"].includes(language);
}

async function copy(figure, button) {
  try {
    await navigator.clipboard.writeText(figure.querySelector("code").textContent.trimEnd());
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not copied";
  }
  setTimeout(() => (button.textContent = "Copy"), 2_000);
}
