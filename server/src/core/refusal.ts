/** Why nothing can be written, as a sentence for a person. */
export interface Refusal {
  readonly refused: string;
}
