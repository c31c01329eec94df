// How much of the notebook has come to a device that is new to it: a bar, once it takes a moment.
const MOMENT = 200;

/** Shows how far it is; returns what to do when the page is left. */
export function showComing(bar) {
  let isDue = false;
  const show = () => (bar.hidden = !isDue || !bar.hasAttribute("value"));
  const timer = setTimeout(() => {
    isDue = true;
    show();
  }, MOMENT);
  const tell = ({ detail: { done, of } }) => {
    bar.max = of;
    bar.value = done;
    show();
  };
  const over = () => {
    clearTimeout(timer);
    bar.hidden = true;
  };
  document.addEventListener("drawleaf:fetching", tell);
  document.addEventListener("drawleaf:synced", over);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("drawleaf:fetching", tell);
    document.removeEventListener("drawleaf:synced", over);
  };
}
