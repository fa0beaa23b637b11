import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressRefusal } from '../../../src/ingest/fetch/addresses.ts';
import { admit } from '../../../src/ingest/fetch/guard.ts';

const codeOf = (url: string, guard: 'public' | 'open-loopback' = 'public'): string => {
  const admitted = admit(url, undefined, guard);
  return admitted instanceof URL ? 'admitted' : admitted.code;
};

const FORBIDDEN: readonly [what: string, url: string][] = [
  ['loopback', 'http://127.0.0.1/'],
  ['loopback, another of its addresses', 'http://127.255.1.2/'],
  ['loopback with a part left out', 'http://127.1/'],
  ['loopback in hexadecimal', 'http://0x7f.1/'],
  ['loopback in hexadecimal as one number', 'http://0x7f000001/'],
  ['loopback as one number', 'http://2130706433/'],
  ['loopback in octal', 'http://0177.0.0.1/'],
  ['loopback in mixed notation', 'http://0x7f.0.1/'],
  ['loopback with zeros before', 'http://0000177.0000.0000.0001/'],
  ['loopback with a dot behind', 'http://127.0.0.1./'],
  ['loopback in circled digits', 'http://①②⑦.⓪.⓪.①/'],
  ['loopback with full-width stops', 'http://127。0。0。1/'],
  ['loopback percent-encoded', 'http://%31%32%37.0.0.1/'],
  ['loopback behind backslashes', 'http:\\\\127.0.0.1\\'],
  ['loopback with a tab inside', 'http://127.0.\t0.1/'],
  ['loopback over https', 'https://127.0.0.1/'],
  ['loopback on the port of https', 'http://127.0.0.1:443/'],
  ['loopback of IPv6', 'http://[::1]/'],
  ['loopback of IPv6 in full', 'http://[0:0:0:0:0:0:0:1]/'],
  ['loopback mapped into IPv6', 'http://[::ffff:127.0.0.1]/'],
  ['loopback mapped into IPv6, in hexadecimal', 'http://[::FFFF:7f00:1]/'],
  ['loopback as an IPv4-compatible address', 'http://[::127.0.0.1]/'],
  ['loopback through NAT64', 'http://[64:ff9b::7f00:1]/'],
  ['loopback through NAT64 of a network', 'http://[64:ff9b:1::7f00:1]/'],
  ['loopback through 6to4', 'http://[2002:7f00:1::]/'],
  ['loopback through Teredo', 'http://[2001:0:7f00:1::]/'],
  ['loopback translated', 'http://[::ffff:0:127.0.0.1]/'],
  ['this host', 'http://0.0.0.0/'],
  ['this host as nought', 'http://0/'],
  ['this host in IPv6', 'http://[::]/'],
  ['this network', 'http://0.1.2.3/'],
  ['private 10', 'http://10.0.0.1/'],
  ['private 10 as one number', 'http://167772161/'],
  ['private 172', 'http://172.16.0.1/'],
  ['private 172, its last', 'http://172.31.255.255/'],
  ['private 192', 'http://192.168.1.1/'],
  ['private 192 mapped into IPv6', 'http://[::ffff:192.168.1.1]/'],
  ['carrier-grade NAT', 'http://100.64.0.1/'],
  ['metadata of Alibaba', 'http://100.100.100.200/'],
  ['link-local', 'http://169.254.1.1/'],
  ['metadata of most clouds', 'http://169.254.169.254/latest/meta-data/'],
  ['metadata as one number', 'http://2852039166/'],
  ['metadata in octal', 'http://0251.0376.0251.0376/'],
  ['metadata mapped into IPv6', 'http://[::ffff:a9fe:a9fe]/'],
  ['metadata of AWS in IPv6', 'http://[fd00:ec2::254]/'],
  ['metadata of Google in IPv6', 'http://[fd20:ce::254]/'],
  ['metadata of Oracle', 'http://192.0.0.192/'],
  ['metadata of Azure', 'http://168.63.129.16/'],
  ['metadata by name', 'http://metadata.google.internal/'],
  ['metadata by its shorter name', 'http://metadata.goog/'],
  ['documentation', 'http://192.0.2.1/'],
  ['documentation, its third', 'http://203.0.113.9/'],
  ['documentation of IPv6', 'http://[2001:db8::1]/'],
  ['documentation of IPv6, the newer', 'http://[3fff::1]/'],
  ['benchmarking', 'http://198.18.0.1/'],
  ['multicast', 'http://224.0.0.251/'],
  ['multicast of IPv6', 'http://[ff02::1]/'],
  ['broadcast', 'http://255.255.255.255/'],
  ['reserved', 'http://240.0.0.1/'],
  ['link-local of IPv6', 'http://[fe80::1]/'],
  ['site-local of IPv6', 'http://[fec0::1]/'],
  ['unique-local of IPv6', 'http://[fc00::1]/'],
  ['segment routing', 'http://[5f00::1]/'],
  ['what IPv6 has not handed out', 'http://[4000::1]/'],
  ['localhost', 'http://localhost/'],
  ['localhost with a dot behind', 'http://LocalHost./'],
  ['localhost with dots behind', 'http://localhost../'],
  ['a name below localhost', 'http://app.localhost/'],
  ['a name of mDNS', 'http://printer.local/'],
  ['a name without a dot', 'http://redis/'],
  ['a name of a home', 'http://router.home.arpa/'],
];

describe('refuses', () => {
  test.for(FORBIDDEN)('%s', ([, url]) => {
    expect(codeOf(url)).toBe('address');
  });

  test.for<[what: string, url: string, code: string]>([
    ['ftp', 'ftp://example.org/feed.xml', 'scheme'],
    ['a file', 'file:///etc/hostname', 'scheme'],
    ['data', 'data:text/xml,<rss/>', 'scheme'],
    ['gopher', 'gopher://example.org/', 'scheme'],
    ['a script', 'javascript:alert(1)', 'scheme'],
    ['port 22', 'http://example.org:22/', 'port'],
    ['port 8080', 'https://example.org:8080/', 'port'],
    ['a port before an address within', 'http://127.0.0.1:6379/', 'port'],
    ['a name and password', 'https://me:secret@example.org/', 'credentials'],
    ['a host that is only a name before the @', 'http://example.org@127.0.0.1/', 'credentials'],
    ['no address at all', 'example.org/feed.xml', 'url'],
    ['nothing', '', 'url'],
    ['a port that is none', 'http://example.org:99999/', 'url'],
    ['a zone of IPv6', 'http://[fe80::1%25eth0]/', 'url'],
    ['an address of novel length', `https://example.org/${'a'.repeat(5000)}`, 'url'],
  ])('%s', ([, url, code]) => {
    expect(codeOf(url)).toBe(code);
  });

  test('a password, and does not repeat it', () => {
    expect(JSON.stringify(admit('https://me:secret@example.org/', undefined, 'public'))).not.toContain(
      'secret',
    );
  });

  test('the way from https back to http', () => {
    expect(admit('http://example.org/', new URL('https://example.org/'), 'public')).toMatchObject({
      code: 'downgrade',
    });
  });

  test('every IPv4 address of this machine, however it is written', () => {
    const byte = fc.nat(255);
    fc.assert(
      fc.property(byte, byte, byte, fc.constantFrom(8, 10, 16), (b, c, d, base) => {
        const digits = (n: number): string => `${{ 8: '0', 10: '', 16: '0x' }[base]}${n.toString(base)}`;
        const whole = 127 * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
        const spellings = [
          [127, b, c, d].map(digits).join('.'),
          [127, b * 2 ** 16 + c * 2 ** 8 + d].map(digits).join('.'),
          digits(whole),
          `[::ffff:127.${b}.${c}.${d}]`,
          `[64:ff9b::127.${b}.${c}.${d}]`,
        ];
        for (const spelling of spellings) expect(codeOf(`http://${spelling}/`)).toBe('address');
      }),
    );
  });
});

describe('admits', () => {
  test.for([
    'https://example.org/feed.xml',
    'http://example.org:80/',
    'http://example.org:443/',
    'https://example.org./',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'https://www.پاکستان.example/',
    'https://localhost.example.org/',
    'https://internal.example.org/',
  ])('%s', url => {
    expect(codeOf(url)).toBe('admitted');
  });

  test('an address without its fragment', () => {
    expect(String(admit('https://example.org/a#b', undefined, 'public'))).toBe('https://example.org/a');
  });

  test('what a page leads to, taken from where the page is', () => {
    expect(String(admit('../b', new URL('https://example.org/x/y/a'), 'public'))).toBe(
      'https://example.org/x/b',
    );
  });
});

test('a host is one host with a dot behind it and without', () => {
  for (const address of ['https://example.org/', 'https://example.org./', 'https://EXAMPLE.org../'])
    expect(String(admit(address, undefined, 'public'))).toBe('https://example.org/');
});

describe('with loopback open for tests', () => {
  test.for([
    'http://127.0.0.1:8123/',
    'http://[::1]:8123/',
    'http://localhost/',
    'http://feed.localhost:9/',
  ])('admits %s', url => {
    expect(codeOf(url, 'open-loopback')).toBe('admitted');
  });

  test.for(FORBIDDEN.filter(([what]) => !/loopback|localhost/.test(what)))('still refuses %s', ([, url]) => {
    expect(codeOf(url, 'open-loopback')).toBe('address');
  });

  test('refuses loopback behind another address', () => {
    expect(codeOf('http://[::ffff:127.0.0.1]:8123/', 'open-loopback')).toBe('address');
  });
});

test('an address that cannot be read is refused', () => {
  expect(addressRefusal('', 'public')).toBe('none that can be read');
});
