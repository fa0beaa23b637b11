import type { Article } from '../../core/article.ts';
import type { Figure } from '../../core/figure.ts';
import type { Report } from '../../core/incident.ts';

/**
 * A report with what is needed to set it beside others. Article, figures and passage may be read from the store when they
 * are asked for: most reports are only counted.
 */
export interface ReportView {
  readonly report: Report;
  /** Day or instant of its article's publication; null when the article does not say. */
  readonly published: string | null;
  readonly article: Article;
  /** In the order of the text. */
  readonly figures: readonly Figure[];
  /** The sentences that carry the report and its figures. */
  readonly passage: string;
}
