import { describe, expect, it } from 'vitest';
import { passwordProblem } from '../../../src/domain/password-rules.ts';

const person = { email: 'dana.whitfield@riverside.example', firstName: 'Dana', lastName: 'Whitfield' };

describe('a new password', () => {
  it.each([
    'correct horse battery staple',
    'a bus stop near the river',
    'sieben Katzen fressen Reis',
    'ñandú corre por la pampa',
    '猫が七匹いて魚を食べる毎日です',
    'q8#Lz!2vRk$9pTw',
    'umbrella 🦊 trombone lagoon ',
    'x9 blue lamp '.repeat(12),
  ])('may be "%s" (S-02)', (password) => {
    expect(passwordProblem(password, person)).toBeNull();
  });
  it('has at least 15 characters, counted as people count them (S-02)', () => {
    expect(passwordProblem('fourteen chars', person)).toContain('at least 15');
    expect(passwordProblem('fifteen chars !', person)).toBeNull();
    expect(passwordProblem('🦊'.repeat(14), person)).toContain('at least 15');
  });
  it('has at most 256 characters', () => {
    expect(passwordProblem('ab1 '.repeat(65), person)).toContain('at most 256');
  });
  it.each([
    'throughline-demo',
    'throughline2026!',
    'Throughline Throughline',
    'passwordpassword',
    'Password123456789',
    'password-password-1',
    'qwertyuiopasdfghjkl',
    'qwertyuiop12345',
    '1q2w3e4r5t6y7u8i9o0p',
    'letmeinletmein123',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345678',
    '               ',
    'dana.whitfield@riverside.example',
    'dana-whitfield-2026',
    'WhitfieldWhitfield1',
    'riverside-dana-1980',
    'iloveyouiloveyou',
    'adminadminadmin!',
  ])('may not be "%s": it is what somebody would try first (S-03)', (password) => {
    expect(passwordProblem(password, person)).toContain('harder to guess');
  });
});
