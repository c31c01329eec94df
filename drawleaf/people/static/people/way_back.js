const KEY = "drawleaf:join";

/** Keeps a link in this tab while its reader signs in; its secret must not go by the server. */
export function keepLink(address) {
  sessionStorage.setItem(KEY, address);
}

/** The link that somebody was on before signing in, or null. Given once. */
export function wayBack() {
  const address = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return address;
}
