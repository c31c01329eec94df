// As much of the server as lays leaves: one's own next revision, the same again is no news, and any
// other is answered with what lies there.
import { courierOf } from "./courier_of.js";

/** Lets `server` take what is posted to /marks/ too; `laid` holds it, by record. */
export function tableCourierOf(server, person) {
  const courier = Object.assign(courierOf(server), { laid: new Map() });
  const other = server.fetch;
  server.fetch = async (url, options = {}) => {
    if (url !== "/marks/") return other(url, options);
    if (courier.line === "down") throw new TypeError("no line");
    const { record, revision, envelope } = Object.fromEntries(options.body);
    const lies = courier.laid.get(record);
    const row = { ...courier.place, author: person, record, revision: Number(revision), envelope };
    if (lies?.envelope !== envelope && row.revision !== (lies?.revision ?? 0) + 1) {
      return json({ reason: "changed", sentence: "x", current: courier.current ?? lies ?? null }, 409);
    }
    courier.laid.set(record, row);
    if (courier.line === "lost") throw new TypeError("the answer did not arrive");
    return json({ next: "/" });
  };
  return courier;
}

const json = (value, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { "Content-Type": "application/json" } });
