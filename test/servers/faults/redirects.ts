import { bare, type Handler, type Routes, text } from './handlers.ts';

const to = (status: number, location: string): Handler => bare(status, { location });

const chain = (length: number): Routes =>
  Array.from({ length }, (_, index): Routes[number] => [
    `/redirect/chain/${length}/${index}`,
    index === length - 1 ? text('<p>the end</p>') : to(302, `/redirect/chain/${length}/${index + 1}`),
  ]);

/** Addresses to which nobody may be led, each at `/redirect/forbidden/INDEX`. */
export const FORBIDDEN_TARGETS: readonly string[] = [
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://metadata.google.internal/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[2002:a00:1::]/',
  'http://0xa000001/',
  'http://167772161/',
  'http://012.0.0.1/',
  'http://10.1/',
  'http://10.0.0.1./',
  '//10.0.0.1/',
  'http://0.0.0.0/',
  'http://[::]/',
  'http://redis/',
  'http://printer.local/',
];

/** Redirects of every kind. */
export const redirects: Routes = [
  ['/redirect/target', text('<p>where it leads</p>')],
  ['/redirect/301', to(301, '/redirect/target')],
  ['/redirect/302', to(302, '/redirect/target')],
  ['/redirect/303', to(303, '/redirect/target')],
  ['/redirect/307', to(307, '/redirect/target')],
  ['/redirect/308', to(308, '/redirect/target')],
  ['/redirect/301-then-302', to(301, '/redirect/302')],
  ['/redirect/302-then-301', to(302, '/redirect/301')],
  ['/redirect/301-then-308', to(301, '/redirect/308')],
  ['/redirect/relative', to(302, 'target')],
  ['/redirect/fragment', to(302, '/redirect/target#part')],
  ['/redirect/loop', to(302, '/redirect/loop')],
  ['/redirect/long-way-round', to(302, '/redirect/long-way-back')],
  ['/redirect/long-way-back', to(301, '/redirect/long-way-round')],
  ['/redirect/nowhere', bare(302)],
  ['/redirect/empty', to(302, '')],
  ['/redirect/nonsense', to(302, 'http://[')],
  ['/redirect/to-ftp', to(302, 'ftp://example.org/feed.xml')],
  ['/redirect/to-file', to(302, 'file:///etc/hostname')],
  ['/redirect/to-script', to(302, 'javascript:alert(1)')],
  ['/redirect/to-password', to(302, 'https://me:secret@example.org/')],
  ...FORBIDDEN_TARGETS.map((target, index): Routes[number] => [
    `/redirect/forbidden/${index}`,
    to(302, target),
  ]),
  ...chain(6),
  ...chain(7),
];
