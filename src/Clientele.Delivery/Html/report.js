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
    for (const chart of document.querySelectorAll("svg:has(.node)")) {
      // A node under the pointer: its lines and what they lead to stay, the rest pales.
      const numbers = part => [...part.classList].filter(name => /^n\d+$/.test(name));
      const show = part => {
        const own = part && part.classList.contains("node") ? numbers(part)[0] : null;
        const lines = own ? [...chart.querySelectorAll(".edge." + own)] : [];
        const near = new Set([own, ...lines.flatMap(numbers)]);
        chart.classList.toggle("near", own !== null);
        for (const line of chart.querySelectorAll(".edge")) line.classList.toggle("on", lines.includes(line));
        for (const node of chart.querySelectorAll(".node")) node.classList.toggle("on", near.has(numbers(node)[0]));
      };
      chart.addEventListener("pointerover", event => show(event.target));
      chart.addEventListener("pointerleave", () => show(null));
    }
    if (matchMedia("(max-width: 1119px)").matches) document.getElementById("page-contents").open = false;
  });
})();
