// As much of the server as the vault talks to: one person's keyring, compare-and-swap.
export function serverOf() {
  const server = { isUp: true, keyring: null, posted: [] };

  /** What sign-up posts becomes a keyring. */
  server.enrolled = ({ person, user, name, kdf, kid, wrap, keys, login }, salt) => {
    server.login = login;
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

  const renewed = ({ proof, generation, ...given }) => {
    const { envelopes } = server.keyring;
    if (proof !== server.login) return json({ reason: "wrong", sentence: "x" }, 403);
    const isNext = Number(generation) === envelopes.keys.revision + 1;
    if (!isNext) return json({ reason: "stale", sentence: "x" }, 409);
    server.put("keys", Number(generation), given.keys);
    server.put("root-passphrase", Number(given.revision), given.envelope);
    server.put("root-recovery", Number(given.recovery_revision), given.recovery);
    Object.assign(server.keyring, { kid: given.kid });
    Object.assign(server, { login: given.login, renewals: (server.renewals ?? 0) + 1 });
    return json(server.keyring);
  };

  server.fetch = async (url, { method = "GET", body } = {}) => {
    if (!server.isUp) throw new TypeError("no line");
    if (url === "/keyring/keys/" && method === "POST") {
      const { generation, envelope } = Object.fromEntries(body);
      server.posted.push(Number(generation));
      server.put("keys", Number(generation), envelope);
      return json({ generation });
    }
    if (url === "/keyring/renewal/" && method === "POST") return renewed(Object.fromEntries(body));
    if (url === "/keyring/") return json(server.keyring);
    throw new Error(url);
  };
  return server;
}

const json = (value, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { "Content-Type": "application/json" },
  });
