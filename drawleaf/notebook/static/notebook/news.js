// One sentence that the next page says, once: what has just been kept or taken away.
let news = null;

export function leaveNews(name) {
  news = name;
}

export function takeNews() {
  const taken = news;
  news = null;
  return taken;
}

document.addEventListener("drawleaf:twice", () => leaveNews("both_kept"));
