import fc from 'fast-check';

/** Zones with and without summer time, with half hours, on both halves of the earth, and a change at midnight. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
] as const;

export const aZone = fc.constantFrom(...zones);

/** A moment of 2025 to 2030, to the second. */
export const aMoment = fc
  .integer({ min: Date.UTC(2025, 0, 1) / 1000, max: Date.UTC(2030, 11, 31) / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
