// One part of a picture: an element of SVG with its attributes.
const SVG = "http://www.w3.org/2000/svg";

export function drawn(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
