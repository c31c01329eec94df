// Beside a long entry what the other will see lies far below: until it is in sight, a button stays
// at hand that leads there.
export function wayToPreview(page) {
  const button = page.querySelector("[data-to-preview]");
  const preview = page.querySelector("[data-preview]");
  const card = preview.querySelector("[data-leaf]");
  const draw = () => {
    button.hidden = preview.hidden || preview.getBoundingClientRect().top < innerHeight;
  };
  button.addEventListener("click", () => {
    card.scrollIntoView({ block: "center" });
    card.focus({ preventScroll: true });
  });
  new IntersectionObserver(draw).observe(preview);
  return draw;
}
