import { describe, expect, it } from 'vitest';
import { hashOfToken, isToken, newToken } from '../../src/secret-token.ts';

describe('a token (S-30)', () => {
  it('is 32 random bytes in 43 characters, never the same twice', () => {
    const tokens = new Set(Array.from({ length: 200 }, newToken));
    expect(tokens.size).toBe(200);
    expect([...tokens].every((token) => isToken(token) && Buffer.from(token, 'base64url').length === 32)).toBe(true);
  });

  it('is stored as 32 bytes that do not contain it', () => {
    const token = newToken();
    expect(hashOfToken(token)).toHaveLength(32);
    expect(Buffer.from(hashOfToken(token)).toString('base64url')).not.toBe(token);
  });

  it('keeps its hash from version to version: links that were mailed must go on', () => {
    expect(Buffer.from(hashOfToken('A'.repeat(43))).toString('hex')).toBe(
      '0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a',
    );
  });

  it('has one shape, and nothing else is looked up', () => {
    const token = newToken();
    for (const other of ['', token.slice(1), `${token}A`, `${token.slice(1)}/`, `${token.slice(1)}=`, ` ${token}`, `${token}\n`]) {
      expect(isToken(other), JSON.stringify(other)).toBe(false);
    }
  });
});
