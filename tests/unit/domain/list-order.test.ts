import { describe, expect, it } from 'vitest';
import { INBOUND, NEWEST_FIRST } from '../../../src/domain/inbound-order.ts';
import { firstOrder, orderText, readOrder, turned } from '../../../src/domain/list-order.ts';
import { LATEST_FIRST, PEOPLE } from '../../../src/domain/people-list.ts';

describe('the order of a list (U-10)', () => {
  it('stands newest first by itself, which no address says', () => {
    expect([orderText(INBOUND, NEWEST_FIRST), orderText(PEOPLE, LATEST_FIRST)]).toEqual([null, null]);
    expect(firstOrder(INBOUND, 'received')).toEqual(NEWEST_FIRST);
    expect(orderText(INBOUND, turned(NEWEST_FIRST))).toBe('received');
  });

  it('is read back from its text, both ways, whatever the column', () => {
    for (const column of INBOUND.columns) {
      for (const order of [firstOrder(INBOUND, column), turned(firstOrder(INBOUND, column))]) {
        expect(readOrder(INBOUND, orderText(INBOUND, order) ?? '')).toEqual(order);
      }
    }
    expect(firstOrder(PEOPLE, 'name')).toEqual({ column: 'name', descending: false });
  });

  it('is newest first where the text names no column of this list', () => {
    for (const words of ['', '-', 'nonsense', '--name', 'status', 'Name', 'constructor']) {
      expect(readOrder(PEOPLE, words), words).toEqual(LATEST_FIRST);
    }
  });
});
