/**
 * Whether this program takes articles in by itself: it was not asked to; it does; it waits while another one does, and
 * takes over when that one ends; it would, and cannot write.
 */
export type TakingIn = 'no' | 'here' | 'waits' | 'fails';
