// A file of its own: only who looks at a picture runs it.
export { draw } from "#foundations/picture.js";
