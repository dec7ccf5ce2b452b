/** Tries everything that takes long as often as it is worth; CI asks for it, `npm test` is to be quick. */
export const isThorough = process.env.CARREL_THOROUGH === '1';
