/**
 * What a good draft must hold, by the subject of a past ticket of the practice desk. Each entry of `has` is one fact;
 * `|` parts wordings of it. `none`: neither a page nor another ticket answers it, so "I don't know" is right.
 * `either`: the only source is in another language or half fits, so not knowing is as right as the facts.
 */
export type Key = {
  readonly subject: string;
  readonly expect: 'answer' | 'none' | 'either';
  readonly has?: readonly string[];
};

export const answerKey: readonly Key[] = [
  answer('Certificate warning on our checkout', 'Renew now'),
  answer('SDK-410 in our old app', '5.4|Please update the app'),
  answer('Umlaute kaputt im Export', 'Excel-friendly'),
  answer('Android payment sheet black after rotating', '5.3'),
  answer('Charged twice!!', 'three lines|billing team'),
  answer('429 on stock sync', 'count double|counts as two requests'),
  answer('cant log in, no reset mail', 'three requests in an hour|newest'),
  none('How to make someone else the owner'),
  answer('Orders missing when paginating', 'updated_since|updated_at.asc'),
  answer('Signature mismatch after moving to Express', 'raw body|express.raw'),
  either('Langue de la caisse', 'Checkout → Settings → Language'),
  either('Discount code counted twice', 'Block double submit'),
  answer('SCIM push fails with 409 uniqueness', 'guest'),
  answer('Duplicate orders from our retry logic', 'Cancel and refund|one key per basket|48 hours'),
  answer('Saved cards declined authentication_required', 'version 3|3-D Secure'),
  none('Apple Pay button missing'),
  answer('Import CSV refusé, prix', 'CSV-112', '1299.00|1299.90|decimal|point'),
  answer('Checkout down, 502 for everyone', 'Turn on now'),
  answer('customers cant pay!!', 'Turn on now'),
  either('DATEV Export?', 'Ideas|Accounting'),
  answer('Lost phone, locked out', 'security team'),
  answer("Credit for last week's outage", 'billing team'),
  answer('invalid_api_key after go live', 'lk_live_|test key used against the live'),
  answer('Read-only for night shift?', 'Help → Ideas|Settings → Roles'),
  answer('Löschung einer Kundin nicht möglich', 'Delete when finished'),
  answer('All cards declined as suspected fraud', 'Risk rules'),
  answer('Upgrade price question', 'Due today|difference'),
  none('Split shipment, ship part of an order'),
  answer('API key committed to public repo', 'Revoke'),
  answer('Charged after cancelling a workspace', 'billing team'),
  either('Shipping label button does nothing', 'window|pop-up'),
  answer('Pagos rechazados', 'bank'),
  none('Apple Pay not showing on custom domain'),
  answer('Nobody can log in, SSO-24', 'Refresh metadata'),
  either('Inhaber gewechselt', 'ecurity'),
  answer('Order pending for 3 days', '10 days'),
  either('Preise planen', 'Ideas|Settings → Labs'),
  either('Rechnung ohne unsere USt-ID', 'Request correction'),
  answer('Webhooks stopped, endpoint shows disabled', 'redeliver|Enable'),
  answer('Checkout shows English to Spanish shoppers', 'Checkout → Settings → Language'),
  answer('Filter webhooks by channel', 'Help → Ideas'),
  answer('Order confirmations not arriving', 'DKIM'),
  either('Getting sales into accounting software', 'Accounting'),
  answer('Entra AADSTS50105 for new colleagues', 'Users and groups|assign'),
  answer('502 upstream_unavailable from POST /v3/checkouts', 'Idempotency-Key'),
  answer('Bulk edit shipping dates', 'Help → Ideas'),
  none('partial fulfillment via API'),
  answer('Dashboard unusably slow', 'Last 90 days'),
  either('Totals off by a cent in CHF', 'ounding'),
  answer('Nightly sync fails with Too Many Requests', 'Developers → Usage|Retry-After'),
  answer('Scheduled report came twice', 'outside this hour'),
  either('Transfer ownership to my partner', 'Settings → Members'),
  answer('Broken characters in customer export', 'Excel-friendly'),
  answer('Create label does nothing again', 'new window|pop-up'),
  answer('60+ card orders stuck in pending', 'confirmed later'),
  answer('BIL-03, subscription not paid', 'Pay now'),
  none('Wallet domain verification fails'),
  answer('order total != sum of lines', 'Per order|rounding_adjustment'),
  either('Change wording on checkout page', 'Checkout → Settings → Language'),
  answer('Fehler 502 an der Kasse', 'Turn on now'),
];

function answer(subject: string, ...has: string[]): Key {
  return { subject, expect: 'answer', has };
}

function either(subject: string, ...has: string[]): Key {
  return { subject, expect: 'either', has };
}

function none(subject: string): Key {
  return { subject, expect: 'none' };
}

/** Whether a draft says every fact that is asked of it. */
export function saysWhatItMust({ has = [] }: Key, draft: string): boolean {
  return has.every((fact) => fact.split('|').some((words) => draft.includes(words)));
}
