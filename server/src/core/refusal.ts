/** Why nothing can be written, as a sentence for a person. */
export interface Refusal {
  readonly refused: string;
}

/** Whether an answer says why there is none. */
export function isRefused(answer: object): answer is Refusal {
  return 'refused' in answer;
}
