import type { Auditor } from './check.ts';
import { auditExcess } from './excess.ts';
import { auditSums } from './sums.ts';
import { auditTrends } from './trends.ts';

/** In the order in which an answer tells what they found. */
const AUDITORS: readonly Auditor[] = [auditSums, auditExcess, auditTrends];

/** Checks the arithmetic of what is given, each body on its own. */
export const audit: Auditor = audited => AUDITORS.flatMap(auditor => auditor(audited));
