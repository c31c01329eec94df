// What this place is called on the home screen is chosen on the device, before it is installed.
// A cookie, for the choice outlives signing out, as what was installed does; that empties all else.
const YEAR = 365 * 24 * 3600;

export function nameApp() {
  const link = document.querySelector("link[rel=manifest]");
  const names = document.querySelector("[data-called]");
  const call = (name) => (link.href = new URL(`${name}.webmanifest`, link.href));
  const [, chosen] = document.cookie.match(/(?:^|; )called=([a-z]+)/) ?? [];
  if (chosen) call(chosen);
  if (!names) return;
  if (chosen) names.value = chosen;
  names.addEventListener("change", () => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `called=${names.value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    call(names.value);
  });
}
