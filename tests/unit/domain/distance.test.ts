import { describe, expect, it } from 'vitest';
import { distanceText } from '../../../src/components/distance.ts';
import { isPosition, milesBetween } from '../../../src/domain/distance.ts';

const losAngeles = { latitude: 33.942501, longitude: -118.407997 };
const newYork = { latitude: 40.639801, longitude: -73.7789 };
const redwoodCity = { latitude: 37.498, longitude: -122.213 };

describe('the distance to a program (R22)', () => {
  it('agrees with published great-circle distances within half a percent', () => {
    expect(milesBetween(losAngeles, newYork)).toBeCloseTo(2468.5, -1);
    // One degree along a meridian is 69.1 miles on a sphere of the mean radius.
    expect(milesBetween({ latitude: 0, longitude: 10 }, { latitude: 1, longitude: 10 })).toBeCloseTo(69.09, 1);
    expect(milesBetween({ latitude: 60, longitude: 10 }, { latitude: 60, longitude: 11 })).toBeCloseTo(34.55, 1);
  });

  it('is nothing to the same place, the same both ways, and half the globe to the other side', () => {
    expect(milesBetween(redwoodCity, redwoodCity)).toBe(0);
    expect(milesBetween(losAngeles, newYork)).toBeCloseTo(milesBetween(newYork, losAngeles), 9);
    expect(milesBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 3958.7613, 6);
  });

  it('crosses the date line the short way', () => {
    expect(milesBetween({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(69.09, 1);
  });

  it('is written with one decimal near by, none far away, and no bare zero', () => {
    expect([0, 0.04, 0.05, 0.62, 3.84, 9.94, 9.95, 38.4, 2475.3].map(distanceText)).toEqual(
      ['under 0.1 mi', 'under 0.1 mi', '0.1 mi', '0.6 mi', '3.8 mi', '9.9 mi', '10 mi', '38 mi', '2,475 mi'].map((t) =>
        t.replace(/ mi$/, '\u00a0mi'),
      ),
    );
  });

  it('is not measured from places outside the globe, nor from the 0/0 that means unknown', () => {
    expect(isPosition(100, 101)).toBe(false);
    expect(isPosition(0, 0)).toBe(false);
    expect(isPosition(Number.NaN, 3)).toBe(false);
    expect(isPosition(37.5, -122.2)).toBe(true);
    expect(isPosition(0, -78.5)).toBe(true);
  });
});
