// Whoever answered an invitation may be on any page when the other's yes comes. Until this device has
// looked at it, sealed as it is, nothing is written to the two: so it goes there, to the six words.
const LOOKED = "looked for yes";

/** Where the server says that this page's table is confirmed, and this device does not know it yet. */
export function goToYes({ table, couples }) {
  const { table: here, pairing } = document.body.dataset;
  const isAsked = couples.some(({ id, confirmed, left }) => id === here && !confirmed && !left);
  // Once: a yes that does not fit keeps nobody away from their other pages.
  if (!table || !isAsked || sessionStorage.getItem(LOOKED) === here) return;
  sessionStorage.setItem(LOOKED, here);
  location.assign(pairing);
}
