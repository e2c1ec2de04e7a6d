"use strict";
// Before anything is painted: the theme that was chosen here before, if the browser keeps it.
document.documentElement.classList.add("scripted");
try {
  const chosen = localStorage.getItem("gradus-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch (e) { /* no storage: the system's theme */ }
