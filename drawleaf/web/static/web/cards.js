// A card opens by a tap anywhere on it. Its one link stays the link for keys and for who listens,
// and words that are being selected stay where they are.
document.addEventListener("click", (event) => {
  const card = event.target.closest("[data-card]");
  if (!card || event.target.closest("a, button") || !getSelection().isCollapsed) return;
  card.querySelector("a").click();
});
