import type { Day, Period } from '../core/period.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const parts = (day: Day): { readonly year: string; readonly month: number; readonly date: number } => ({
  year: day.slice(0, 4),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
});

const monthName = (month: number): string => MONTHS[month - 1] ?? '';

const lastDate = (day: Day): number => {
  const { year, month } = parts(day);
  return new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
};

/** "9 November 2024" */
export const dayWords = (day: Day): string => {
  const { year, month, date } = parts(day);
  return `${date} ${monthName(month)} ${year}`;
};

const wholeMonths = ({ from, to }: Period): boolean =>
  parts(from).date === 1 && parts(to).date === lastDate(to);

/**
 * A period as people name it, in words that a question may use again: "2024", "Q3 2024", "August 2024",
 * "January to October 2024", "1 to 20 November 2024", "9 November 2024".
 */
export const periodWords = (period: Period): string => {
  const [from, to] = [parts(period.from), parts(period.to)];
  if (period.from === period.to) return dayWords(period.from);
  if (wholeMonths(period)) {
    if (from.year === to.year && from.month === 1 && to.month === 12) return from.year;
    if (from.year === to.year && from.month === to.month) return `${monthName(from.month)} ${from.year}`;
    if (from.year === to.year && to.month - from.month === 2 && from.month % 3 === 1)
      return `Q${(from.month + 2) / 3} ${from.year}`;
    if (from.year === to.year) return `${monthName(from.month)} to ${monthName(to.month)} ${to.year}`;
    if (from.month === 1 && to.month === 12) return `${from.year} to ${to.year}`;
  }
  if (from.year === to.year && from.month === to.month)
    return `${from.date} to ${to.date} ${monthName(to.month)} ${to.year}`;
  if (from.year === to.year) return `${from.date} ${monthName(from.month)} to ${dayWords(period.to)}`;
  return `${dayWords(period.from)} to ${dayWords(period.to)}`;
};
