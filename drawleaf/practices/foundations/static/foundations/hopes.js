// What one hopes to count on: a record of the notebook each, marked or in one's own words.

/**
 * Records of the notebook → [{record, revision, foundation, what, example, twins}]. An example that
 * was marked on two devices stands once.
 */
export function hopesOf(items) {
  const found = new Map();
  for (const { record, revision, body, trouble } of items) {
    if (trouble || body?.type !== "trust") continue;
    const [foundation, what, example] = ["foundation", "what", "example"].map((name) => textIn(body, name));
    if (!what) continue;
    const id = example ? `${foundation} ${example}` : record;
    const before = found.get(id);
    const twins = before ? [...before.twins, { record: before.record, revision: before.revision }] : [];
    found.set(id, { record, revision, foundation, what, example, twins });
  }
  return [...found.values()];
}

const textIn = (body, name) => (typeof body[name] === "string" ? body[name] : "");
