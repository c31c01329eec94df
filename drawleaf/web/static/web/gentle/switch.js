// Whether wording is pointed at is a matter of this device, and told to nobody.
const OFF = "drawleaf-wording";

export const isOff = () => localStorage.getItem(OFF) !== null;

export function turn(on) {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "off");
}
