// What the scripts of our page share: where an addition lies, and the pieces that the page brings.
export const PLACE = { collection: "page", field: "addition" };

export const wordsIn = (card) => card.querySelector("sealed-text");

export function part(name) {
  const { content } = document.querySelector(`template[data-part="${name}"]`);
  return document.importNode(content.firstElementChild, true);
}
