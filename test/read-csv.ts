/** Cells of a CSV text as RFC 4180 describes it: rows by their line ends, quotes doubled within quotes. */
export const readCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"([,\n])/y;
    const plain = /([^",\n\r]*)([,\n])/y;
    quoted.lastIndex = at;
    plain.lastIndex = at;
    const cell = quoted.exec(text) ?? plain.exec(text);
    if (cell === null) throw new Error(`no CSV from ${at}: ${JSON.stringify(text.slice(at, at + 80))}`);
    row.push((cell[1] ?? '').replaceAll('""', '"'));
    at += cell[0].length;
    if (cell[2] === '\n') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) throw new Error('the last row has no end');
  return rows;
};

/** Its rows by the names that the first one gives. */
export const readCsvRecords = (text: string): Record<string, string>[] => {
  const [header = [], ...rows] = readCsv(text);
  return rows.map(row => {
    if (row.length !== header.length) throw new Error(`${row.length} cells for ${header.length} names`);
    return Object.fromEntries(header.map((name, i) => [name, row[i] ?? '']));
  });
};
