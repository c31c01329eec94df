// As much of a document as the renderer may use: whatever else it reached for would fail here.

class Node {
  constructor(tag) {
    Object.assign(this, { tag, children: [], attributes: {} });
  }
  append(...nodes) {
    for (const node of nodes) {
      if (node.tag === "#fragment") this.children.push(...node.children);
      else this.children.push(typeof node === "string" ? { text: node } : node);
    }
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
}

export const paper = {
  createElement: (tag) => new Node(tag),
  createTextNode: (text) => ({ text }),
  createDocumentFragment: () => new Node("#fragment"),
};

export function markup(node) {
  if (node.text !== undefined)
    return node.text.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt()};`);
  const inside = node.children.map(markup).join("");
  if (node.tag === "#fragment") return inside;
  const start = node.attributes.start ? ` start=${node.attributes.start}` : "";
  return `<${node.tag}${start}>${inside}</${node.tag}>`;
}

export function* every(node) {
  yield node;
  for (const child of node.children ?? []) yield* every(child);
}
