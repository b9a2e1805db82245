/** Why nothing is written, as a sentence for a person that says what to do. */
export interface Refused {
  readonly refused: string;
}

export function isRefused(answer: object): answer is Refused {
  return 'refused' in answer;
}
