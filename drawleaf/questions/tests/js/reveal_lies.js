// What a host who is Bo may tell Ana's browser: each lie bends one page, or one answer to a post.
import { b64u, newUuid, random } from "#web/vault/bytes.js";
import { questionOf } from "#web/vault/reveal.js";
import { ASKS, no, TEXT, yes } from "./reveal_host.js";

const ROWS = ["waiting", "ahead", "commitment", "release", "their_commitment", "their_release"];
const JUNK = [null, {}, [], "x", 7, { revision: 1 }, { revision: "1", envelope: "AA" }];

/** `often` of ten pages and answers are bent; `told` counts how. */
export function liesOf(host, often, told) {
  const { chance } = host;
  const one = (list) => list[chance(list.length)];
  const tell = (lies) => {
    const name = one(Object.keys(lies));
    told[name] = (told[name] ?? 0) + 1;
    return lies[name];
  };
  const pick = (lying, name) => {
    const rows = lying.ever[name];
    return rows && { ...one(rows) };
  };
  const give = (given, name, row) => row && (given[name] = row);
  const there = (given) => ROWS.filter((name) => given[name] && typeof given[name] === "object");
  const aQuestion = () => questionOf(one([ASKS, "apart@1/weather"]), one([TEXT, "Will you stay?"]));
  const truthOf = async (row) => host.truths.get((await host.opens(row))?.digest);
  const hers = async (lying) => (await host.opens(pick(lying, "commitment")))?.digest ?? b64u(random(32));
  /** [his, hers]: the two that her release names, once he has it. */
  const known = async (lying) => {
    const opened = await host.opens(pick(lying, "release"));
    return opened && [opened.body.partner, opened.body.own];
  };
  const aTruth = async (lying) => {
    const truth = await truthOf(pick(lying, "their_commitment"));
    if (!truth || chance(5) === 0) return { answer: '{"text":"bo, anything"}', salt: random(32), revision: 1 + chance(3) };
    return chance(5) < 2 ? { ...truth, answer: '{"text":"bo, otherwise"}' } : truth;
  };

  const pages = {
    restoresWhatSheKept: ({ given }, lying) => give(given, "waiting", pick(lying, "waiting")),
    restoresHisCommitment: ({ given }, lying) => give(given, "their_commitment", pick(lying, "their_commitment")),
    async bindsHimselfAnew({ given }, lying, question) {
      await host.bind(lying, `bo, second, ${host.clock}`, question);
      Object.assign(given, { state: "due", their_commitment: { ...lying.now.their_commitment } });
    },
    bindsHimselfElsewhere: async (page, lying) => pages.bindsHimselfAnew(page, lying, await aQuestion()),
    async startsOver(page, lying) {
      await pages.bindsHimselfAnew(page, lying);
      for (const name of ["ahead", "release", "their_release"]) delete page.given[name];
    },
    async inventsACommitment({ given }, lying) {
      const own = await host.opens(lying.now.commitment);
      const commitment = chance(2) && own ? own.body.commitment : b64u(random(32));
      const body = { question: await aQuestion(), commitment };
      given.their_commitment = await host.forge(lying, "commitment", 1 + chance(4), body);
      given.state = "due";
    },
    mirrors({ given }, lying) {
      give(given, "their_commitment", pick(lying, "commitment"));
      give(given, "their_release", pick(lying, "release"));
      given.state = one(["due", "open"]);
    },
    async opensSomething({ given }, lying) {
      const pair = chance(5) < 3 ? await known(lying) : null;
      const [own, partner] = pair ?? [await hers(lying), await hers(lying)];
      given.their_release = await host.release(lying, await aTruth(lying), own, partner);
      given.state = "open";
      if (chance(2)) give(given, "their_commitment", pick(lying, "their_commitment"));
    },
    async opensAnotherOfHis({ given }, lying) {
      const [pair, row] = [await known(lying), pick(lying, "their_commitment")];
      const truth = await truthOf(row);
      if (!pair || !truth) return;
      const their_release = await host.release(lying, truth, ...pair);
      Object.assign(given, { state: "open", their_commitment: row, their_release });
    },
    async opensInHerName({ given }, lying) {
      const [row, partner] = [pick(lying, "their_commitment"), await hers(lying)];
      const [truth, his] = [await truthOf(row), (await host.opens(row))?.digest];
      if (!truth) return;
      const body = { salt: b64u(truth.salt), answer: "{}", own: partner, partner: his };
      delete given.ahead;
      given.release = await host.forge(lying, "release", 1, body, one([host.ana, host.bo]));
      const their_release = await host.release(lying, truth, his, partner);
      Object.assign(given, { state: "open", their_commitment: row, their_release });
    },
    withholds: ({ given }) => delete given[one(ROWS)],
    withholdsHerAhead: ({ given }) => delete given.ahead,
    swaps({ given }) {
      const names = there(given);
      if (names.length < 2) return;
      const [first, second] = [one(names), one(names)];
      [given[first], given[second]] = [given[second], given[first]];
    },
    copies({ given }) {
      const names = there(given);
      if (names.length) given[one(ROWS)] = { ...given[one(names)] };
    },
    moves({ given }) {
      const name = one(ROWS);
      give(given, name, pick(one([...host.joints.values()]), name));
    },
    relabels({ given }) {
      const names = there(given);
      if (!names.length) return;
      const row = given[one(names)];
      const others = { revision: row.revision + one([-1, 1, 2]), author: one([host.ana, host.bo]) };
      Object.assign(others, { couple: newUuid(), record: newUuid(), field: one(ROWS) });
      const part = one(Object.keys(others));
      row[part] = others[part];
    },
    damages: ({ given }) => (given[one(ROWS)] = one(JUNK)),
    saysAnotherState: ({ given }) => (given.state = one(["before", "due", "open", "over", "x"])),
    isAtAnotherTable: (page, { couple }) => (page.couple = host.tables.find((id) => id !== couple)),
    showsAnotherText: (page) => (page.text = "Will you stay?"),
    asksAnother: (page) => (page.asks = "apart@1/weather"),
  };

  const answers = {
    losesItOnTheWay: () => Promise.reject(new TypeError("no line")),
    losesItsAnswer(_lying, _verb, keep) {
      keep();
      throw new TypeError("the answer did not arrive");
    },
    saysYesAndKeepsNothing: () => yes(),
    saysThatAnotherIsThere(lying) {
      const rows = [...(lying.ever.ahead ?? []), ...Object.values(lying.ever).flat()];
      return no("changed", one([...rows, ...JUNK]));
    },
    takesAnotherInItsPlace(lying, _verb, keep) {
      for (const name of ["ahead", "release"]) delete lying.now[name];
      return keep();
    },
    saysNo: () => no("not_now"),
  };

  return {
    async bend(lying, page) {
      if (chance(10) >= often) return;
      for (let left = 1 + (chance(3) === 0); left > 0; left -= 1) await tell(pages)(page, lying);
    },
    answer: async (lying, verb, keep) => (chance(10) >= often ? keep() : tell(answers)(lying, verb, keep)),
  };
}
