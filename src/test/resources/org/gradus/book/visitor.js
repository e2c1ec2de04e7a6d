"use strict";
// Visits a page of the book: looks at it, searches, and tells the page around it what it finds.
(async () => {
  const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  const all = query => [...document.querySelectorAll(query)];
  const problems = [];
  const rgb = color => {
    const numbers = (color.match(/[\d.]+/g) || []).map(Number);
    return numbers.length < 4 ? [...numbers.slice(0, 3), 1] : numbers;
  };
  const light = color => color.slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgb(getComputedStyle(at).backgroundColor);
      if (color[3] > 0.99) return color;
    }
    return [255, 255, 255, 1];
  };
  let least = 99, worst = "";
  function contrast() {
    for (const element of all("body *")) {
      const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
      const style = getComputedStyle(element);
      if (!own || !element.getClientRects().length || style.opacity === "0" || style.visibility === "hidden") continue;
      const [one, two] = [light(rgb(style.color)), light(ground(element))].sort((a, b) => b - a);
      const ratio = (one + 0.05) / (two + 0.05);
      if (ratio < least) { least = ratio; worst = element.tagName + "." + element.className + ": " + element.textContent.slice(0, 40); }
    }
  }
  const loaded = new Set();
  all("iframe").forEach(frame => frame.addEventListener("load", () => loaded.add(frame)));
  all("iframe").forEach(frame => frame.scrollIntoView());
  await wait(1500);
  contrast();

  // What assistive technology needs.
  if (all("h1").length !== 1) problems.push("h1: " + all("h1").length);
  if (all("main").length !== 1) problems.push("main: " + all("main").length);
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) problems.push("heading skips a level: " + heading.textContent);
    level = next;
  }
  for (const field of all("input, select, textarea, button"))
    if (!field.getAttribute("aria-label") && !field.labels?.length && !field.textContent.trim()) problems.push("no label: " + field.outerHTML);
  for (const nav of all("nav, [role=region], [role=group]")) if (!nav.getAttribute("aria-label")) problems.push("no name: " + nav.outerHTML.slice(0, 80));
  for (const image of all("img")) if (!image.alt.trim() || !image.complete || !image.naturalWidth) problems.push("image: " + image.outerHTML.slice(0, 120));
  for (const frame of all("iframe")) if (!frame.title) problems.push("iframe without title");
  for (const link of all("a")) if (!(link.textContent.trim() || link.getAttribute("aria-label") || link.querySelector("img[alt]"))) problems.push("empty link: " + link.outerHTML);
  for (const link of all('a[href^="#"]')) if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) problems.push("leads nowhere: " + link.hash);
  const ids = all("[id]").map(element => element.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => problems.push("twice: #" + id));
  for (const box of all("pre, .wide, .formula, .equations")) if (box.scrollWidth > box.clientWidth && box.tabIndex < 0) problems.push("cannot be scrolled by keys: " + box.className);
  for (const section of document.querySelector("body").children)
    if (!["HEADER", "MAIN", "NAV", "DIV", "SCRIPT", "LINK"].includes(section.tagName) && !section.classList.contains("skip")) problems.push("outside of landmarks: " + section.tagName);

  const fraction = document.querySelector("mfrac");
  const parts = fraction ? [...fraction.children].map(child => child.getBoundingClientRect()) : [];
  const laidOut = parts.length === 2 && parts[0].bottom <= parts[1].top + 1 && parts[0].height > 2;
  const frames = all("iframe").map(frame => {
    const inside = frame.contentDocument;
    return loaded.has(frame) && Boolean(inside && inside.getElementById("step")) && getComputedStyle(inside.body).backgroundColor === getComputedStyle(document.body).backgroundColor;
  });
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;

  // The keyboard's way through the search.
  const press = (target, key) => target.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
  const field = document.getElementById("search"), found = document.getElementById("found");
  press(document.body, "/");
  const focused = document.activeElement === field;
  field.value = "usual size"; // of lesson 10
  field.dispatchEvent(new Event("input", {bubbles: true}));
  await wait(1000);
  contrast();
  const hits = [...found.querySelectorAll("a")].map(link => link.getAttribute("href"));
  const wideWhileSearching = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  press(field, "ArrowDown");
  const stepped = document.activeElement === found.querySelector("a");
  press(document.activeElement, "Escape");
  const closed = found.hidden;
  field.value = "學習率";
  field.dispatchEvent(new Event("input", {bubbles: true}));
  const chinese = [...found.querySelectorAll("a")].map(link => link.getAttribute("href"));
  press(field, "Escape");

  // The other theme.
  const before = getComputedStyle(document.body).backgroundColor;
  const theme = document.getElementById("theme");
  theme.value = light(rgb(before)) > 0.5 ? "dark" : "light";
  theme.dispatchEvent(new Event("change"));
  const switched = getComputedStyle(document.body).backgroundColor;
  contrast();
  theme.value = "";
  theme.dispatchEvent(new Event("change"));
  const back = getComputedStyle(document.body).backgroundColor === before;

  dispatchEvent(new Event("beforeprint"));
  const open = all("details").every(details => details.open);
  contrast();
  dispatchEvent(new Event("afterprint"));
  const shut = all("details").every(details => !details.open);

  const loads = performance.getEntriesByType("resource").map(entry => entry.name).filter(name => !name.startsWith("file:"));
  parent.postMessage({width: innerWidth, wide, wideWhileSearching, least, worst, problems, laidOut, frames, focused, hits, stepped, closed, chinese,
    dark: light(rgb(before)) < 0.5, switched: switched !== before, back, open, shut, loads}, "*");
})();
