import type { Key } from './answer-key.ts';

/** A question nobody had asked the practice desk when its rules were written. */
export type FreshQuestion = Key & { readonly text: string };

/** Questions about the practice help pages in other people's words; `none` lies beside what the pages say. */
export const freshQuestions: readonly FreshQuestion[] = [
  ask(
    'Our accountant needs to look at orders but must not change a thing. Which kind of access do I give her?',
    'guest|Guest|Viewer',
  ),
  ask('invite fails with seat_limit_reached although two people left months ago', 'Deactivate people'),
  ask('A shopper wants all her data gone. Where do I do that?', 'Delete personal data'),
  ask('How long do you keep the audit log on the business plan?', '180 days'),
  ask('Refund shows insufficient_balance, what now', 'Top up balance'),
  ask('how many days until the shopper sees the refund on his card?', '3 to 7 working days'),
  ask('Our firewall blocks your webhooks, which IP range do we have to allow?', '198.51.100.16/28'),
  ask('webhook handler gets the same event several times, is that normal?', 'event_id'),
  ask('pay.ourshop.test says DOM-14 proxied. What does it mean?', 'proxy off'),
  ask('My authenticator code is always refused, I typed it right', 'time of your phone'),
  ask('When I open the product file in the spreadsheet the leading zeros of the SKU are gone', 'as text'),
  ask('the import sits at 0 % since half an hour', 'one import'),
  ask('how do i get an email when your status changes?', 'Subscribe'),
  ask('Can we move our workspace from US to EU?', 'Request a move|Enterprise plan'),
  ask('where can i download your data processing agreement?', 'Settings → Privacy → Documents'),
  ask('We have three workers calling the API, does each key have its own limit?', 'per workspace'),
  ask('410 cursor_expired in the nightly job', '24 hours|begin again'),
  ask('Entra users get SSO-27 when they sign in', 'SSO-27'),
  ask('All of a sudden nobody can sign in with Okta. How do we turn SSO off?', 'emergency'),
  ask('which test card gives an insufficient funds error in the sandbox?', '4000 0000 0000 0010'),
  ask('Our card for the Larder subscription expired, how do I put in the new one', 'Replace'),
  ask('your invoice still has our old company name on it', 'Request correction|Company details'),
  ask('I want to go from Business back to Standard. When does it happen?', 'end of the period'),
  ask('we rolled a live key by accident on GitHub', 'Revoke'),
  ask('Reports for yesterday do not match the orders page, one hour is shifted', 'UTC|time zone|zone'),
  none('Do you have a plugin for WooCommerce?'),
  none('Can I print gift receipts without prices?'),
  none('How do I change the colour of the checkout button?'),
  none('The barcode scanner in our store app does not pair by Bluetooth'),
  none('Which courier is cheapest for parcels to Norway?'),
  none('Is there a student discount code for shoppers that stacks with vouchers?'),
  none('Wie kann ich die Schriftart der Bestellbestätigung ändern?'),
  none('our printer jams whenever we print labels on the new paper'),
];

function ask(text: string, ...has: string[]): FreshQuestion {
  return { subject: text, text, expect: 'answer', has };
}

function none(text: string): FreshQuestion {
  return { subject: text, text, expect: 'none' };
}
