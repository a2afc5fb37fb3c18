import type { Draws } from '../../../shared/domain/random.ts';
import { happens, pick, pickBy } from './chance.ts';

/** Names put together by chance; whoever really has one of them has nothing to do with it. */

const families = [
  ['Nguyễn', 32],
  ['Trần', 11],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Phan', 5],
  ['Vũ', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 3],
  ['Hồ', 2],
  ['Ngô', 2],
  ['Dương', 2],
  ['Đinh', 1],
] as const;
const ofWomen = {
  middle: ['Thị', 'Thị Thu', 'Thị Ngọc', 'Thị Kim', 'Thanh', 'Minh', 'Khánh'],
  given: ['Hương', 'Lan', 'Mai', 'Hoa', 'Nga', 'Thảo', 'Trang', 'Linh', 'Yến', 'Dung', 'Hạnh', 'Nhung'],
} as const;
const ofMen = {
  middle: ['Văn', 'Đức', 'Quang', 'Hữu', 'Minh', 'Xuân', 'Đình'],
  given: ['Hùng', 'Dũng', 'Tuấn', 'Hải', 'Long', 'Nam', 'Sơn', 'Thắng', 'Phúc', 'Khôi', 'Bình', 'Toàn'],
} as const;

/** An invented person's name. */
export function drawnName(random: Draws): string {
  const { middle, given } = happens(random, 0.5) ? ofWomen : ofMen;
  const [family] = pickBy(random, families, ([, weight]) => weight);
  return [family, pick(random, middle), pick(random, given)].join(' ');
}

/** The birth year of an invented person who is an adult in `year`. */
export const drawnBirthYear = (random: Draws, year: number): number =>
  year - 18 - Math.floor(62 * random.uniform() ** 1.3);
