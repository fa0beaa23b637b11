import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../src/ingest/charset.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Uint8Array => wide(text).swap16();

describe('a text is read', () => {
  test.for<[claim: string, bytes: Uint8Array, contentType: string | null, text: string]>([
    ['as UTF-8 when it says so', Buffer.from('café “ok”'), 'text/html; charset=utf-8', 'café “ok”'],
    ['as UTF-8 when it says nothing', Buffer.from('café “ok”'), null, 'café “ok”'],
    ['as UTF-8 when it is, whatever it says', Buffer.from('café'), 'text/html; charset=iso-8859-1', 'café'],
    ['without its byte order mark', Buffer.from('\ufeffcafé'), null, 'café'],
    ['by its mark before its label', Buffer.from('\ufeffcafé'), 'text/xml; charset=windows-1252', 'café'],
    ['as UTF-16 by its mark', wide('\ufeffcafé'), 'text/html', 'café'],
    ['as UTF-16 the other way round', swapped('\ufeffcafé'), null, 'café'],
    ['as UTF-16 by its label', wide('café'), 'text/html; charset=utf-16le', 'café'],
    ['as UTF-16 by its beginning', wide('<?xml version="1.0"?>é'), null, '<?xml version="1.0"?>é'],
    ['as UTF-16 by its beginning, the other way round', swapped('<?xml?>é'), null, '<?xml?>é'],
    ['as UTF-16 by the beginning of a page', wide('<!doctype html>é'), null, '<!doctype html>é'],
    ['as windows-1252 when it says nothing', latin('caf\xe9 \x93ok\x94'), null, 'café “ok”'],
    ['as windows-1252 when it says Latin-1', latin('\x93'), 'text/html; charset=iso-8859-1', '“'],
    ['by a label in quotes', latin('\xe4'), 'text/html; charset="windows-1251"', 'д'],
    ['by a label in capitals', latin('\xe4'), 'TEXT/HTML;CHARSET=Windows-1251', 'д'],
    ['by a label with blanks', latin('\xe4'), 'text/html; charset = cp1251 ; x=y', 'д'],
    ['by its XML declaration', latin('<?xml version="1.0" encoding="windows-1251"?>\xe4'), null, 'д'],
    ['by its declaration in other quotes', latin("<?xml version='1.0' encoding='cp1256'?>\xc7"), null, 'ا'],
    ['by its meta tag', latin('<html><head><meta charset="windows-1251">\xe4'), 'text/html', 'д'],
    [
      'by its older meta tag',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xc4'),
      'text/html',
      'д',
    ],
    ['by the header before the text', latin('<meta charset=koi8-r>\xe4'), 'text/html; charset=cp1251', 'д'],
    [
      'by the text when the header names none',
      latin('<meta charset=cp1251>\xe4'),
      'text/html; charset=?',
      'д',
    ],
    [
      'as what it says when UTF-8 is a lie',
      latin('<meta charset=utf-8>caf\xe9 fa\xe7ade'),
      null,
      'café façade',
    ],
    [
      'as bytes when UTF-16 is a lie',
      Buffer.from('<?xml version="1.0" encoding="utf-16"?>café'),
      null,
      'café',
    ],
    ['in Japanese', latin('\x93\xfa\x96\x7b'), 'text/html; charset=shift_jis', '日本'],
    [
      'in Japanese that looks like ASCII',
      latin('\x1b$BF|K\\\x1b(B'),
      'text/html; charset=iso-2022-jp',
      '日本',
    ],
    ['in Chinese', latin('\xd6\xd0\xb9\xfa'), 'text/html; charset=gb2312', '中国'],
    [
      'as UTF-8 up to a letter cut in two',
      Buffer.from('اسلام آباد').subarray(0, -1),
      null,
      'اسلام آبا\ufffd',
    ],
    ['as nothing when it is nothing', new Uint8Array(), null, ''],
  ])('%s', ([, bytes, contentType, text]) => {
    expect(decodeBody(bytes, contentType).endsWith(text)).toBe(true);
    expect(decodeBody(bytes, contentType)).not.toMatch(/^\ufeff/);
  });

  test('as it is, when it is UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.string()), (text, contentType) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\u0000') && !text.includes('\u001b'));
        expect(decodeBody(Buffer.from(text), contentType)).toBe(text);
      }),
    );
  });

  test('somehow, whatever its bytes and labels', () => {
    const label = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('utf-16', 'iso-2022-jp', 'replacement', 'x-user-defined', 'hz-gb-2312', 'big5'),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), label, (bytes, charset) => {
        expect(typeof decodeBody(bytes, `text/html; charset=${charset}`)).toBe('string');
      }),
    );
  });
});
