/** Throws unless the two are alike as JSON. */
export function is(got, due) {
  if (JSON.stringify(got) !== JSON.stringify(due))
    throw new Error(`${short(got)}, not ${short(due)}`);
}

/** Resolves with the VaultError that `act` throws; rejects unless its reason is `reason`. */
export async function refused(reason, act) {
  let error = null;
  try {
    await act();
  } catch (thrown) {
    error = thrown;
  }
  if (error?.reason !== reason) throw new Error(`${error ?? "nothing"}, not ${reason}`);
  return error;
}

const short = (value) => JSON.stringify(value)?.slice(0, 200);
