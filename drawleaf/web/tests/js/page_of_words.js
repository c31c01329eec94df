/** A page with nothing on it but sentences: enough of a document for scripts that only name them. */
export function pageOfWords(...templates) {
  const cut = (words) => (selector) => {
    const name = selector.match(/"(.+)"/)[1];
    return name in words ? { textContent: words[name] } : null;
  };
  globalThis.CSS = { escape: (text) => text };
  globalThis.document = Object.assign(new EventTarget(), {
    cookie: "",
    querySelectorAll: () =>
      templates.map((words) => ({ content: { querySelector: cut(words) } })),
    querySelector: () => null,
  });
  return globalThis.document;
}
