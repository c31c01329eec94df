// As much of the server as the store talks to: one person's records and feed, and the ways in which
// a line can fail. It carries envelopes and knows nothing of what is in them.
const PAGE = 3;

/** Lets `server` of server_of.js keep records too. `line` says what happens to the next requests. */
export function courierOf(server) {
  const [rows, halves] = [new Map(), new Map()];
  const courier = { rows, halves, line: "up", posts: 0, faults: [], table: [], page: PAGE };
  let position = 0;

  const keep = ({ record, revision, envelope }) => {
    const kept = rows.get(record);
    if (kept?.revision === revision && kept.envelope === envelope) return json({ revision });
    if (revision !== (kept?.revision ?? 0) + 1) {
      return json({ reason: "changed", sentence: "x", current: kept ? sent(kept) : null }, 409);
    }
    rows.set(record, { record, revision, envelope, position: ++position });
    return json({ revision });
  };
  /** What belongs to a joint; `anew` is the same words under another key, at the revision it has. */
  const keepHalf = ({ record, field, revision, envelope }, anew) => {
    const place = `${record} ${field}`;
    const due = (halves.get(place)?.revision ?? 0) + (anew ? 0 : 1);
    if (revision !== due) return json({ reason: "changed", sentence: "x", current: null }, 409);
    halves.set(place, { record, field, revision, envelope, position: ++position });
    return json({ revision });
  };
  const feed = (after) => {
    const all = [...rows.values(), ...halves.values()].sort((one, other) => one.position - other.position);
    const found = all.filter((row) => row.position > after).slice(0, courier.page);
    const cursor = String(found.at(-1)?.position ?? after);
    return json({
      notebook: found.filter(({ field }) => !field).map(sent),
      reveal: found.filter(({ field }) => field).map(({ field, ...row }) => ({ ...sent(row), field })),
      table: courier.table,
      cursor,
      more: found.length >= courier.page,
      left: all.filter((row) => row.position > Number(cursor)).length,
    });
  };

  const other = server.fetch;
  server.fetch = async (url, { method = "GET", body } = {}) => {
    const fault = courier.faults.shift() ?? courier.line;
    if (fault === "down") throw new TypeError("no line");
    if (fault === "broken") return json({ reason: "not_kept", sentence: "x" }, 503);
    if (fault === "refused") return json({ reason: "malformed", sentence: "x" }, 400);
    let answer;
    if (url.startsWith("/feed/"))
      answer = feed(Number(new URLSearchParams(url.split("?")[1]).get("after")));
    else if (url === "/notebook/records/" && method === "POST") {
      courier.posts += 1;
      const { record, revision, envelope } = Object.fromEntries(body);
      answer = keep({ record, revision: Number(revision), envelope });
    } else if (url === "/notebook/resealings/" || url === "/halves/") {
      const { revision, ...half } = Object.fromEntries(body);
      answer = keepHalf({ ...half, revision: Number(revision) }, url !== "/halves/");
    } else return other(url, { method, body });
    if (fault === "lost") throw new TypeError("the answer did not arrive");
    return answer;
  };
  /** What a host could do: another row in a record's place. */
  courier.put = (row) => rows.set(row.record, { ...row, position: ++position });
  return courier;
}

function sent({ record, revision, envelope }) {
  return { record, revision, envelope };
}

function json(value, status = 200) {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "Content-Type": "application/json" },
  });
}
