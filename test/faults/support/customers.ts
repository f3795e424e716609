import type { PracticePerson } from '../../../src/practice/control.ts';

/** Customers of so many companies, `U1C1`, `U1C2`, …: nobody's messages count as one burst. */
export function someCustomers(count: number): readonly PracticePerson[] {
  const looks = { note: '', color: '#336699', timezone: 'UTC', isBot: false, role: 'customer' as const };
  return Array.from({ length: count }, (_, index) => {
    const name = `Customer ${index + 1}`;
    const email = `c${index + 1}@shop${index + 1}.test`;
    return { ...looks, id: `U1C${index + 1}`, name, realName: name, email };
  });
}
