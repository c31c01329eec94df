/** What a page throws when it says no; `explain` has the sentence for its reason. */
export const no = (reason) => Object.assign(new Error(reason), { reason });
