"use strict";
(() => {
  const root = document.documentElement;

  // The theme: as the system, or as chosen, which is kept where the browser allows it.
  const theme = document.getElementById("theme");
  theme.value = root.dataset.theme || "";
  theme.addEventListener("change", () => {
    if (theme.value) root.dataset.theme = theme.value; else delete root.dataset.theme;
    try {
      if (theme.value) localStorage.setItem("gradus-theme", theme.value); else localStorage.removeItem("gradus-theme");
    } catch (e) { /* no storage: for this page only */ }
  });

  // On paper, answers are open.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach(details => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach(details => { details.open = false; }));

  // The search. The index is loaded when the field is first used.
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const up = field.dataset.up;
  const most = 12;
  let rows = null;
  const plain = text => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  function load() {
    if (rows || document.getElementById("index")) return;
    const script = document.createElement("script");
    script.id = "index";
    script.src = up + "search.js";
    script.onload = () => {
      rows = window.gradusIndex.map(([address, title, heading, text]) =>
        ({address, title, heading, text, titles: plain(title), headings: plain(heading), words: plain(text)}));
      show();
    };
    document.body.append(script);
  }

  // How often a text has a word, or one that begins so; within a word only where words have no spaces between them.
  function count(text, word) {
    let times = 0;
    for (let at = text.indexOf(word); at >= 0 && times < 4; at = text.indexOf(word, at + word.length)) {
      if (at === 0 || !/[a-z0-9]/.test(text[at - 1]) || !/^[a-z0-9]/.test(word)) times++;
    }
    return times;
  }

  function score(row, words, phrase) {
    let sum = 0;
    for (const word of words) {
      const inTitle = count(row.titles, word), inHeading = count(row.headings, word), below = count(row.words, word);
      if (!inTitle && !inHeading && !below) return 0;
      sum += (inTitle ? (row.heading ? 3 : 12) : 0) + (inHeading ? 6 : 0) + below;
    }
    return words.length > 1 && count(row.words, phrase) ? sum + 8 : sum;
  }

  function snippet(row, words) {
    const line = document.createElement("span");
    const from = Math.max(0, row.text.toLowerCase().indexOf(words[0]) - 50);
    const cut = row.text.slice(from ? row.text.indexOf(" ", from) + 1 : 0, from + 150).trim();
    let at = 0;
    const lower = cut.toLowerCase();
    while (at < cut.length) {
      const next = words.map(word => [lower.indexOf(word, at), word.length]).filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0])[0];
      if (!next) break;
      line.append(cut.slice(at, next[0]));
      const mark = document.createElement("mark");
      mark.textContent = cut.slice(next[0], next[0] + next[1]);
      line.append(mark);
      at = next[0] + next[1];
    }
    line.append(cut.slice(at) + (cut ? " …" : ""));
    line.className = "snippet";
    return line;
  }

  function show() {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    found.replaceChildren();
    found.hidden = !words.length || !rows;
    if (found.hidden) return;
    const hits = rows.map(row => [score(row, words, words.join(" ")), row]).filter(([points]) => points > 0).sort((a, b) => b[0] - a[0]);
    const count = document.createElement("p");
    count.className = "count";
    count.textContent = !hits.length ? "Nothing is found for these words." : hits.length > most ? "The best " + most + " of " + hits.length + " places" : hits.length === 1 ? "1 place" : hits.length + " places";
    found.append(count);
    for (const [, row] of hits.slice(0, most)) {
      const link = document.createElement("a");
      link.href = up + row.address;
      const title = document.createElement("b");
      title.textContent = row.title;
      link.append(title);
      if (row.heading) link.append(" › " + row.heading);
      link.append(snippet(row, words));
      found.append(link);
    }
  }

  function close() {
    found.hidden = true;
    field.value = "";
    field.blur();
  }

  function step(by) {
    const links = [...found.querySelectorAll("a")];
    const next = links.indexOf(document.activeElement) + by;
    if (next < 0) field.focus(); else if (links[next]) links[next].focus();
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", () => { load(); show(); });
  field.addEventListener("keydown", event => {
    const first = found.querySelector("a");
    if (event.key === "Enter" && first) first.click();
  });
  found.addEventListener("click", event => { if (event.target.closest("a")) found.hidden = true; });
  document.addEventListener("click", event => { if (!event.target.closest(".search")) found.hidden = true; });
  document.addEventListener("keydown", event => {
    const typing = event.target.closest && event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === "Escape" && (typing === field || !found.hidden)) {
      close();
    } else if (!found.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });
})();
