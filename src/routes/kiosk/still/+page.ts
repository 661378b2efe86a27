/** The page that is left when scripts go wrong: it has none. */
export const csr = false;
