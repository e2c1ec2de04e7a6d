"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const slider = document.getElementById("step");
  const playButton = document.getElementById("play");
  const zoomButton = document.getElementById("zoom");
  const choice = document.getElementById("coordinate");
  const ROUNDING = 1e-12; // of the larger number; values that differ by less are the same
  const MINUS = "\u2212";
  let t = 1;
  let timer = null;

  /** A number's significant digits and its power of ten, which is 0 where it is written without. */
  function written(x, digits) {
    const [mantissa, exponent] = x.toExponential(digits - 1).split("e").map(Number);
    const plain = x === 0 || (exponent >= -4 && exponent <= 6);
    return plain ? [Number(x.toPrecision(digits)), 0] : [mantissa, exponent];
  }

  function sign(x) {
    return String(x).replace("-", MINUS).replace("Infinity", "∞");
  }

  function plainText(x) {
    if (!Number.isFinite(x)) return sign(x);
    const [mantissa, exponent] = written(x, 6);
    return sign(mantissa) + (exponent ? "e" + sign(exponent) : "");
  }

  /** A number as MathML; brackets: 1 if a negative one needs them, 2 if a power of ten does as well. */
  function math(x, brackets) {
    if (!Number.isFinite(x)) return `<mtext>${sign(x)}</mtext>`;
    const [mantissa, exponent] = written(x, 5);
    const digits = exponent && Math.abs(mantissa) === 1 ? "" : `<mn>${Math.abs(mantissa)}</mn>`;
    const power = exponent ? `<msup><mn>10</mn><mn>${sign(exponent)}</mn></msup>` : "";
    const minus = mantissa < 0 ? `<mo form="prefix">${MINUS}</mo>` : "";
    const number = minus + digits + (digits && power ? "<mo>·</mo>" : "") + power;
    const bracket = (brackets >= 1 && mantissa < 0) || (brackets >= 2 && exponent);
    return bracket ? `<mo>(</mo>${number}<mo>)</mo>` : number;
  }

  function vector(xs) {
    const rows = xs.map(x => `<mtr><mtd>${math(x, 0)}</mtd></mtr>`).join("");
    return `<mtable class="vector">${rows}</mtable>`;
  }

  function valueOf(slot) {
    const series = data.series[slot.s];
    const value = series[Math.min(t, series.length) - 1];
    return value ? value.map(Number) : null; // NaN and the infinities are strings
  }

  function component(value, i) {
    return value[value.length === 1 ? 0 : i];
  }

  function fill(element) {
    const slot = element.dataset;
    const value = valueOf(slot);
    if ("c" in slot) {
      element.textContent = value ? plainText(component(value, Number(slot.c))) : "";
      element.title = value ? String(component(value, Number(slot.c))) : "";
    } else if (!value) {
      element.innerHTML = "<mtext>–</mtext>";
    } else if (choice && choice.value === "all" && value.length > 1) {
      element.innerHTML = vector(value);
    } else {
      element.innerHTML = math(component(value, choice ? Number(choice.value) || 0 : 0), Number(slot.b));
    }
  }

  function show() {
    document.querySelectorAll(".slot").forEach(fill);
    document.querySelectorAll("[data-line]").forEach(element => {
      const coordinate = choice ? choice.value : "all";
      const where = element.dataset.where; // for each coordinate
      const line = where && coordinate !== "all" ? where.split(",")[coordinate] : element.dataset.line;
      element.classList.toggle("idle", data.lines[line][t - 1] === "0");
    });
    const soFar = element => data.paths[element.dataset.path].slice(0, t + 1).filter(point => point);
    document.querySelectorAll("polyline").forEach(line => line.setAttribute("points", soFar(line).join(" ")));
    document.querySelectorAll(".dots").forEach(dots =>
      dots.setAttribute("d", soFar(dots).map(([x, y]) => `M${x} ${y}h0`).join("")));
    document.querySelectorAll(".compared").forEach(row => {
      const [one, other] = [...row.querySelectorAll("td")].map(cell => Number(cell.title || NaN));
      const same = one === other || Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other));
      row.classList.toggle("different", !same && !(isNaN(one) || isNaN(other)));
    });
    document.querySelectorAll("circle[data-path]").forEach(head => {
      const point = data.paths[head.dataset.path][t];
      head.style.display = point ? "" : "none";
      if (point) [head.cx.baseVal.value, head.cy.baseVal.value] = point;
    });
    document.getElementById("t").textContent = t;
    slider.value = t;
  }

  function go(step) {
    t = Math.min(Math.max(Math.round(step) || 1, 1), data.steps);
    history.replaceState(null, "", "#step=" + t);
    show();
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    playButton.textContent = "▶ play";
  }

  function play() {
    if (timer) return stop();
    if (t === data.steps) go(1);
    playButton.textContent = "❚❚ pause";
    timer = setInterval(() => {
      go(t + 1);
      if (t === data.steps) stop();
    }, Math.max(40, Math.min(700, 20000 / data.steps)));
  }

  const KEYS = {
    ArrowLeft: () => go(t - 1), ArrowRight: () => go(t + 1), Home: () => go(1), End: () => go(data.steps), " ": play
  };

  document.addEventListener("keydown", event => {
    if (event.target === choice || event.ctrlKey || event.altKey || event.metaKey || !KEYS[event.key]) return;
    if (event.target.tagName === "BUTTON" && event.key === " ") return;
    event.preventDefault();
    KEYS[event.key]();
  });
  slider.addEventListener("input", () => go(Number(slider.value)));
  playButton.addEventListener("click", play);
  if (choice) choice.addEventListener("change", show);
  if (zoomButton) document.body.classList.add("near"); // the path fills its map, and the whole one is a click away
  if (zoomButton) zoomButton.addEventListener("click", () => {
    const near = document.body.classList.toggle("near");
    zoomButton.textContent = near ? "Show the whole landscape" : "Zoom to the path";
  });
  const fromAddress = () => go(Number((location.hash.match(/step=(\d+)/) || [])[1] || 1));
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
