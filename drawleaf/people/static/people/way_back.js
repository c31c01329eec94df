const KEY = "drawleaf:join";

/** Keeps a link in this tab while its reader signs in; its secret must not go by the server. */
export function keepLink(address) {
  sessionStorage.setItem(KEY, address);
}

/** The secret of the link to this very page, kept while the page was away; "" for none. */
export function secretHere() {
  const [path, secret] = (sessionStorage.getItem(KEY) ?? "").split("#");
  return path === location.pathname ? secret : "";
}

/** The link that somebody was on before signing in, or null. Given once. */
export function wayBack() {
  const address = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return address;
}

/** The page of this server that somebody was sent away from, as the address tells; or null. */
export function wanted() {
  const asked = new URLSearchParams(location.search).get("next") ?? "";
  if (!/^\/(?![/\\])/.test(asked)) return null;
  try {
    const { origin, href } = new URL(asked, location.origin);
    return origin === location.origin ? href : null;
  } catch {
    return null;
  }
}
