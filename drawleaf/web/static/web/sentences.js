/** What a page says stands in its templates, so that it can be translated; scripts only name it. */
const everywhere = "template.sentences, #sentences";

/** The sentence called `name`, with each {place} filled from `values`; `else` when there is none. */
export function sentence(name, values = {}) {
  const text = find(name) ?? find("else") ?? "";
  return text.replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);
}

/** What to say about an error: the server's own sentence, or the one for its reason. */
export function explain(error) {
  return error.sentence || sentence(error.reason ?? "else");
}

function find(name) {
  for (const template of document.querySelectorAll(everywhere)) {
    const found = template.content.querySelector(`[data-for="${CSS.escape(name)}"]`);
    if (found) return found.textContent.trim().replace(/\s+/g, " ");
  }
  return null;
}
