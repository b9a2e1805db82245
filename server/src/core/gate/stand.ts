/** Stands for a character of a code span, a quotation or other exact matter in the prose. */
export const CODE = '\uE000';
export const QUOTE = '\uE001';
