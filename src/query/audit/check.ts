import type { Figure } from '../../core/figure.ts';

/** Parts that one body gives of its own total. */
export interface SumCheck {
  readonly kind: 'sum';
  readonly total: Figure;
  /** In the order of the text. */
  readonly parts: readonly Figure[];
  readonly sum: number;
  /** Parts minus total: 0 when it adds up. */
  readonly gap: number;
}

/** A part that is larger than its whole. */
export interface ExcessCheck {
  readonly kind: 'excess';
  readonly whole: Figure;
  readonly part: Figure;
}

/** What a look at one body's arithmetic found. A new kind is one member here, one auditor, and one line in the answer. */
export type Check = SumCheck | ExcessCheck;

/** What auditors look at: what one article says. Shares and growth that articles print will stand beside the figures. */
export interface Audited {
  readonly figures: readonly Figure[];
}

export type Auditor = (audited: Audited) => readonly Check[];
