// As much of the server as the vault talks to: one person's keyring, compare-and-swap.
export function serverOf() {
  const server = { isUp: true, keyring: null, posted: [] };

  /** What sign-up posts becomes a keyring. */
  server.enrolled = ({ person, user, name, kdf, kid, wrap, keys }, salt) => {
    const envelopes = {
      "root-passphrase": { revision: 1, envelope: wrap },
      keys: { revision: 1, envelope: keys },
    };
    server.keyring = { person, user, name, kdf, salt, kid, envelopes, couples: [] };
    return structuredClone(server.keyring);
  };

  server.put = (field, revision, envelope) => {
    server.keyring.envelopes[field] = { revision, envelope };
  };

  server.fetch = async (url, { method = "GET", body } = {}) => {
    if (!server.isUp) throw new TypeError("no line");
    if (url === "/keyring/keys/" && method === "POST") {
      const { generation, envelope } = Object.fromEntries(body);
      server.posted.push(Number(generation));
      server.put("keys", Number(generation), envelope);
      return json({ generation });
    }
    if (url === "/keyring/") return json(server.keyring);
    throw new Error(url);
  };
  return server;
}

const json = (value) =>
  new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } });
