import type { Article } from '../../core/article.ts';
import type { Figure } from '../../core/figure.ts';
import type { Report } from '../../core/incident.ts';

/** A report with what is needed to set it beside others: its article, its figures, and the passage that tells it. */
export interface ReportView {
  readonly report: Report;
  readonly article: Article;
  /** In the order of the text. */
  readonly figures: readonly Figure[];
  /** The sentences that carry the report and its figures. */
  readonly passage: string;
}
