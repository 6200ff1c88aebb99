// Everything here is a convenience: without it the pages lose the copy buttons and the mark in the navigation.
for (const scroller of document.querySelectorAll("pre, .table")) {
  // Only what scrolls needs a place in the order of tabs.
  if (scroller.scrollWidth <= scroller.clientWidth) scroller.removeAttribute("tabindex");
}

// Where a section has moved to another page, what is left in its place is a link.
followMoved();
addEventListener("hashchange", followMoved);

function followMoved() {
  const place = document.getElementById(location.hash.slice(1));
  const moved = place?.closest("main a[id]");
  if (moved) location.replace(moved.href);
}

// Browsers give the clipboard to pages over TLS and on localhost only.
if (navigator.clipboard) {
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  document.body.append(said);
  for (const figure of document.querySelectorAll("figure[data-copy]")) {
    const button = document.createElement("button");
    const word = document.createElement("span");
    const what = document.createElement("span");
    button.type = "button";
    word.textContent = "Copy";
    what.textContent = ` ${figure.dataset.copy}`;
    what.className = "unseen";
    button.append(word, what);
    button.addEventListener("click", () => copy(figure, { word, said }));
    figure.querySelector("figcaption").append(button);
  }
}

async function copy(figure, { word, said }) {
  try {
    await navigator.clipboard.writeText(figure.querySelector("code").textContent.trimEnd());
    word.textContent = "Copied";
  } catch {
    word.textContent = "Not copied";
  }
  said.textContent = `${word.textContent}: ${figure.dataset.copy}`;
  setTimeout(() => {
    word.textContent = "Copy";
    said.textContent = "";
  }, 2_000);
}

// The navigation marks the section that is being read: the last one whose heading has passed this line.
const line = 0.35;
const contents = document.querySelector(".contents");

// Without a lid the list is open, also for what does not look at the styles.
const lid = contents.querySelector("details");
const wide = matchMedia("(width >= 48em)");
const openWhereWide = () => (lid.open = wide.matches);
if (wide.matches) openWhereWide();
wide.addEventListener("change", openWhereWide);

const sections = new Map();
for (const link of contents.querySelectorAll('a[href^="#"]')) {
  const heading = document.getElementById(link.hash.slice(1));
  if (heading) sections.set(heading, link);
}
const observer = new IntersectionObserver(markSection, { rootMargin: `0px 0px -${100 - line * 100}% 0px` });
for (const heading of sections.keys()) observer.observe(heading);

function hasPassed(heading) {
  return heading.getBoundingClientRect().top < innerHeight * line;
}

function markSection() {
  const headings = [...sections.keys()];
  const current = sections.get(headings.findLast(hasPassed));
  for (const link of sections.values()) link.removeAttribute("aria-current");
  if (current === undefined) return;
  current.setAttribute("aria-current", "location");
  // Only the list is scrolled: the page belongs to its reader.
  const { top, bottom } = current.getBoundingClientRect();
  const frame = contents.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) contents.scrollTop += top - frame.top - frame.height / 2;
}
