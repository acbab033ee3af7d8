(() => {
  const root = document.documentElement, key = "clientele-theme";
  try {
    const saved = localStorage.getItem(key);
    if (saved === "dark" || saved === "light") root.dataset.theme = saved;
  } catch {}
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("page-theme");
    const dark = () => root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    const show = () => { button.textContent = dark() ? "Light theme" : "Dark theme"; };
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      show();
      try { localStorage.setItem(key, root.dataset.theme); } catch {}
    });
    if (matchMedia("(max-width: 1119px)").matches) document.getElementById("page-contents").open = false;
  });
})();
