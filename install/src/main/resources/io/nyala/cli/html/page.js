for (const math of document.querySelectorAll(".math")) {
  const displayMode = math.classList.contains("display");
  katex.render(math.textContent, math, { displayMode, throwOnError: false });
}
