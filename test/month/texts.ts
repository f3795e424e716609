const things = [
  ['printer', 'labels'],
  ['newsletter', 'subscribers'],
  ['warehouse', 'shelves'],
  ['voucher', 'codes'],
  ['delivery', 'addresses'],
  ['catalogue', 'photos'],
  ['loyalty', 'points'],
  ['supplier', 'prices'],
  ['gift', 'cards'],
  ['opening', 'hours'],
  ['translation', 'texts'],
  ['allergen', 'signs'],
  ['returns', 'desk'],
  ['cookie', 'banner'],
  ['packing', 'slips'],
  ['bundle', 'discounts'],
  ['size', 'chart'],
  ['gallery', 'order'],
  ['review', 'stars'],
  ['search', 'synonyms'],
  ['basket', 'reminder'],
  ['courier', 'pickup'],
  ['season', 'theme'],
  ['barcode', 'scanner'],
  ['tax', 'region'],
] as const;
const wishes = [
  'look different since the last visit',
  'should be shown in another order',
  'seem to belong to another branch',
  'were entered by a colleague who left',
  'are listed in a place that nobody finds',
  'need a second language',
  'came back after we had removed them',
  'do not match what the guide describes',
  'were moved to a folder we cannot see',
  'are written with the wrong accent',
  'appear twice on the small screen',
  'lost their colours over the weekend',
  'should be sorted by the date of arrival',
  'carry the name of the old owner',
  'have become hard to read on paper',
  'belong to the evening shift only',
  'arrived without the usual heading',
  'are missing from the monthly sheet',
  'want another picture above them',
  'should end with the end of the quarter',
] as const;

/** A request in words that no other request of the month has. */
export function requestText(day: number, slot: number): string {
  const [thing, parts] = things[slot % things.length] ?? things[0];
  const wish = wishes[(day + slot * 7) % wishes.length] ?? wishes[0];
  return `Our ${thing} ${parts} ${wish}. What can we do about the ${thing} before ${dayNames[day % dayNames.length]}?`;
}

const dayNames = [
  'the fair',
  'inventory',
  'the anniversary',
  'spring',
  'the inspection',
  'our holiday',
  'the launch',
];
