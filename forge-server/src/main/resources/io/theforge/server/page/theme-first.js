// Before anything is drawn, so that nothing flashes: the theme that was chosen here, else the system's.
try {
  const chosen = localStorage.getItem("forge-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // a browser that keeps nothing
}
