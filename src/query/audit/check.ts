import type { Figure } from '../../core/figure.ts';
import type { Trend } from '../../core/trend.ts';

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

/** A share, growth or average that an article prints, reckoned again from the numbers it prints beside it. */
export interface TrendCheck {
  readonly kind: 'trend';
  readonly trend: Trend;
  /** Share: part, whole. Growth: before, after. Average: the total. */
  readonly figures: readonly Figure[];
  /** Days that an average is spread over; null for the others. */
  readonly days: number | null;
  /** Percent or per day, not rounded; growth against the printed direction is negative. */
  readonly actual: number;
  readonly fits: boolean;
}

/** What a look at one body's arithmetic found. A new kind is one member here, one auditor, and one line in the answer. */
export type Check = SumCheck | ExcessCheck | TrendCheck;

/** Every figure a check looked at. */
export const figuresOf = (check: Check): readonly Figure[] => {
  switch (check.kind) {
    case 'sum':
      return [check.total, ...check.parts];
    case 'excess':
      return [check.whole, check.part];
    case 'trend':
      return check.figures;
  }
};

/** A trend with the figures it names; null where the article prints none. */
export interface LinkedTrend {
  readonly trend: Trend;
  readonly of: Figure | null;
  readonly from: Figure | null;
  readonly to: Figure | null;
}

/** What auditors look at: what one article says. */
export interface Audited {
  readonly figures: readonly Figure[];
  readonly trends: readonly LinkedTrend[];
}

export type Auditor = (audited: Audited) => readonly Check[];
