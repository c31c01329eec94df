// The way to the six words, while two have not compared them. Drawn from what this device knows, for
// the server is not told; with the notebook shut nothing is known, nor before all of it is here.
import { comparisons, isSame } from "#people/compared.js";
import { sync, synced } from "#web/store.js";
import { who } from "#web/vault.js";

const way = document.querySelector("[data-not-compared]");
if (way) {
  document.addEventListener("drawleaf:unlocked", look);
  look();
}

async function look() {
  const me = await who();
  const couple = me?.couples.find(({ id }) => id === way.dataset.notCompared);
  if (!me?.notebook || !couple?.confirmed || couple.left) return;
  if (!(await synced()).ever) await sync().catch(() => {});
  if (!(await synced()).ever) return;
  way.hidden = isSame(await comparisons(), couple);
}
