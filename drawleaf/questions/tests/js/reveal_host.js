// A host who is Bo: he has the database and Bo's whole keyring, and stands where the server of Ana's
// browser does. What a server does truly is here; what he does falsely is in reveal_lies.js.
import { b64u, newUuid, random, unb64u } from "#web/vault/bytes.js";
import { open, seal } from "#web/vault/envelope.js";
import { hand, tagSecret } from "#web/vault/hand.js";
import { at } from "#web/vault/place.js";
import { envelopeKey } from "#web/vault/primitives.js";
import { commitmentTo, questionOf } from "#web/vault/reveal.js";

export const ASKS = "apart@1/kitchen";
export const TEXT = "A small thing of ours.";
const FIELDS = { answer: "waiting", withdrawal: "waiting", ahead: "ahead", opening: "release" };
// Whoever neither of the two is opens everything of theirs with the couple's key, and marks nothing.
const BLIND = { person: newUuid() };

export async function hostOf(chance, { ana, bo }) {
  const host = { chance, ana: ana.person, bo: bo.person, joints: new Map(), truths: new Map(), sent: [], lies: null, clock: 0 };
  const tag = await tagSecret(bo.own[0].key, "reveal");
  const keys = new Map();
  for (const { id, key } of bo.couples) keys.set(id, await envelopeKey(key));
  host.tables = [...keys.keys()];
  host.own = await envelopeKey(bo.own[0].key);
  host.keys = [host.own, ...keys.values()];
  const question = () => questionOf(ASKS, TEXT);

  host.begin = (couple) => {
    const lying = { id: newUuid(), couple, now: {}, ever: {} };
    host.joints.set(lying.id, lying);
    return lying;
  };

  const put = (lying, name, row) => {
    lying.now[name] = row;
    (lying.ever[name] ??= []).push(row);
  };

  /** What Ana's page has of it: as a server gives it, or bent. */
  host.page = async (lying) => {
    const { now } = lying;
    const isDue = now.commitment && now.their_commitment;
    const isOpen = isDue && now.release && now.their_release;
    const { their_commitment: first, their_release: said, ...own } = now;
    const given = { state: isOpen ? "open" : isDue ? "due" : "before", ...own };
    if (isDue) given.their_commitment = first;
    if (isOpen) given.their_release = said;
    const page = structuredClone({ couple: lying.couple, joint: lying.id, asks: ASKS, text: TEXT, given });
    await host.lies?.bend(lying, page);
    return { ...page, question: await questionOf(page.asks, page.text) };
  };

  /** What Ana's browser posts to /questions/<joint>/<verb>/. */
  host.fetch = async (url, { body } = {}) => {
    const [, , joint, verb] = url.split("/");
    const lying = host.joints.get(joint);
    const rows = posted(lying, verb, Object.fromEntries(body));
    host.clock += 1;
    for (const [name, row] of rows) host.sent.push({ at: host.clock, name, row });
    const keep = () => kept(lying, verb, rows);
    return host.lies ? host.lies.answer(lying, verb, keep) : keep();
  };

  function posted({ id: record, couple }, verb, { revision = 1, ...fields }) {
    const row = (more) => ({ record, revision: Number(revision), ...more });
    const hers = (field, envelope) => {
      const kid = b64u(unb64u(envelope).subarray(1, 9));
      const [table = couple] = [...keys].find(([, { id }]) => id === kid) ?? [];
      return [field, row({ couple: table, author: host.ana, collection: "reveal", field, envelope })];
    };
    if (verb === "opening") return [hers("release", fields.envelope)];
    const name = FIELDS[verb];
    const own = [name, row({ field: name, envelope: fields.waiting ?? fields.envelope })];
    return fields.commitment ? [own, hers("commitment", fields.commitment)] : [own];
  }

  function kept(lying, verb, rows) {
    const before = lying.now[FIELDS[verb]];
    if (verb === "ahead" && before && before.envelope !== rows[0][1].envelope) return no("changed", before);
    if (verb === "opening" && before) return yes();
    if (verb === "withdrawal") delete lying.now.commitment;
    for (const [name, row] of rows) put(lying, name, row);
    return yes();
  }

  /** Bo writes and is bound, by another commitment than before where there was one. */
  host.bind = async (lying, text, question_) => {
    const revision = (lying.ever.their_commitment?.length ?? 0) + 1;
    const answer = JSON.stringify({ text });
    const truth = { answer, salt: random(32), question: question_ ?? (await question()), revision };
    truth.at = host.clock += 1;
    const where = at(lying.couple, host.bo, lying.id, revision, "reveal", "answer");
    const commitment = await commitmentTo(where, truth.salt, new TextEncoder().encode(answer));
    const row = await host.forge(lying, "commitment", revision, { question: truth.question, commitment });
    host.truths.set((await host.opens(row)).digest, truth);
    put(lying, "their_commitment", row);
  };

  /** Bo opens what he is bound to, for what Ana is bound to. */
  host.press = async (lying) => {
    const [mine, hers] = [await host.opens(lying.now.their_commitment), await host.opens(lying.now.commitment)];
    const truth = mine && host.truths.get(mine.digest);
    if (truth && hers) put(lying, "their_release", await host.release(lying, truth, mine.digest, hers.digest));
  };

  host.release = (lying, { salt, answer, revision }, own, partner) =>
    host.forge(lying, "release", revision, { salt: b64u(salt), answer, own, partner });

  /** Anything under the couple's key and in anybody's name, with such tags as Bo can make. */
  host.forge = async ({ couple, id: record }, field, revision, members, author = host.bo) => {
    const place = at(couple, author, record, revision, "reveal", field);
    const body = { kind: `reveal.${field}`, ...members };
    const { envelope } = await seal(body, place, keys.get(couple), await hand(author, tag));
    return { couple, author, record, revision, collection: "reveal", field, envelope: b64u(envelope) };
  };

  /** What the keys of the two open at the place that a row names: {body, digest}; or null. */
  host.opens = async (row) => {
    try {
      const { couple, author, record, revision, collection, field, envelope } = row;
      const place = at(couple, author, record, revision, collection, field);
      const { body, digest } = await open(unb64u(envelope), place, [keys.get(couple)], { hand: BLIND });
      return { body, digest: b64u(digest) };
    } catch {
      return null;
    }
  };
  return host;
}

export const yes = () => Response.json({ next: "/" });
export const no = (reason, current = null) => Response.json({ reason, sentence: "x", current }, { status: 409 });
