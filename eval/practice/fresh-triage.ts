import type { AccountFacts, FreshTriage } from './fresh-triage-question.ts';

const large: AccountFacts = { plan: 'enterprise', annualRevenue: 180_000 };
const middle: AccountFacts = { plan: 'business', annualRevenue: 30_000 };
const small: AccountFacts = { plan: 'standard', annualRevenue: 708 };

/**
 * Tickets to the practice desk in other people's words, sorted as a support lead would: what stands still, for how many,
 * what is at stake. Written before the rules were tuned, and not changed since.
 */
export const freshTriage: readonly FreshTriage[] = [
  // The core of somebody's business is stopped, or others see what they must not.
  ask(
    'Shoppers are getting other shoppers’ delivery addresses in their confirmation mails',
    'technical',
    'P1',
    middle,
  ),
  ask(
    'Not one sale went through today, usually it is about 80 by lunchtime. Nothing was changed on our side.',
    'technical',
    'P1',
    middle,
  ),
  ask('our payment page hangs forever for everybody, spinner and nothing else', 'technical', 'P1', large),
  ask(
    'Unser Shop nimmt seit heute Morgen keine Zahlungen mehr an, in keiner Filiale',
    'technical',
    'P1',
    large,
  ),
  ask(
    'Une cliente m’écrit qu’elle voit les commandes d’une autre personne dans son espace',
    'technical',
    'P1',
    small,
  ),
  ask(
    'Ningún cliente puede terminar la compra desde las 9, la página se queda en blanco',
    'technical',
    'P1',
    middle,
  ),
  ask(
    'the till app on all 14 counters refuses every card since opening time, queues out of the door',
    'technical',
    'P1',
    large,
  ),
  ask('Orders stopped coming in at 11:20. We have ads running and not one since.', 'technical', 'P1', large),
  ask(
    'I logged in and it shows me a completely different company, their customers, their turnover, everything',
    'technical',
    'P1',
    middle,
  ),
  ask('Ein Kunde hat die Rechnung einer fremden Person im Anhang bekommen', 'technical', 'P1', middle),
  // Important, many or security, while work goes on.
  ask(
    'one of our devs committed the production token to a public repo, it was up for an hour',
    'technical',
    'P2',
    middle,
  ),
  ask(
    'Our former agency can still sign in with admin rights, we parted on bad terms',
    'account',
    'P2',
    small,
  ),
  ask('checkout isn’t loading for us', 'technical', 'P2', large),
  ask(
    'Wir haben versehentlich das Passwort für die Schnittstelle in einem Forum veröffentlicht',
    'technical',
    'P2',
    middle,
  ),
  ask(
    'About a third of the card payments bounce since this morning, other methods go through',
    'technical',
    'P2',
    middle,
  ),
  ask('Les étiquettes d’expédition ne sortent plus, tout l’entrepôt attend', 'technical', 'P2', large),
  ask('No llegan pedidos al ERP desde anoche, hay unos 400 pendientes', 'technical', 'P2', large),
  ask(
    'The only admin is in hospital and payroll needs the export by tonight, we are shut out',
    'account',
    'P2',
    middle,
  ),
  ask(
    'Somebody I do not know added himself as a member of our workspace last night',
    'account',
    'P2',
    middle,
  ),
  ask(
    'we get webhooks for maybe half of our orders since Tuesday, the rest never show up',
    'technical',
    'P2',
    middle,
  ),
  // Something is wrong with limited reach: the usual case.
  ask(
    'One of our products disappears from the basket as soon as I add a second one. Happens every time in Firefox and Edge.',
    'bug',
    'P3',
    small,
  ),
  ask('The date picker jumps back to today whenever I choose a day in December', 'bug', 'P3', small),
  ask(
    'Seit dem letzten Update öffnet sich das Menü doppelt, wenn man auf Bestellungen klickt',
    'bug',
    'P3',
    middle,
  ),
  ask(
    'I get kicked out of the dashboard every ten minutes and have to sign in again',
    'account',
    'P3',
    small,
  ),
  ask(
    'My colleague Petra does not get the invitation mail, we tried three addresses',
    'account',
    'P3',
    small,
  ),
  ask('Je n’arrive pas à me connecter depuis que j’ai changé de téléphone', 'account', 'P3', small),
  ask('No me deja entrar, dice que el código de seis cifras no vale', 'account', 'P3', small),
  ask('You took 199 from our bank although we went back to the small plan in June', 'billing', 'P3', small),
  ask('Die Rechnung vom Oktober ist auf die falsche Firma ausgestellt', 'billing', 'P3', middle),
  ask('Me han cobrado dos veces la misma cuota', 'billing', 'P3', small),
  ask('Our import of the winter range ends with CSV-207 on line 3', 'technical', 'P3', middle),
  ask('the zapier connection keeps asking for permission again, every morning', 'technical', 'P3', small),
  ask(
    'Die Sendungsnummer kommt bei einer einzigen Bestellung nicht in der Mail an',
    'technical',
    'P3',
    small,
  ),
  ask('GET /v3/refunds answers 404 for a refund I can see in the dashboard', 'technical', 'P3', middle),
  ask('Nous avons été facturés pour cinq sièges alors que nous sommes trois', 'billing', 'P3', small),
  ask('SAML test says audience mismatch, our old login still works', 'account', 'P3', middle),
  // Questions, wishes and small flaws.
  ask('Could we get a way to see the stock of several shops side by side?', 'feature_request', 'P4', middle),
  ask('I’d love to be able to pin my favourite reports to the top', 'feature_request', 'P4', small),
  ask('Any chance of a tablet version for the warehouse?', 'feature_request', 'P4', middle),
  ask('Es wäre klasse, wenn man Bestellungen mit Farben markieren könnte', 'feature_request', 'P4', small),
  ask('Könntet ihr bitte einen Kalender für Lieferungen ergänzen?', 'feature_request', 'P4', small),
  ask('Estaría bien poder ordenar los pedidos por provincia', 'feature_request', 'P4', small),
  ask('¿Sería posible contar con un modo oscuro?', 'feature_request', 'P4', small),
  ask('Il serait pratique de pouvoir grouper les colis par tournée', 'feature_request', 'P4', middle),
  ask('Est-ce que vous pourriez ajouter un export vers Google Sheets ?', 'feature_request', 'P4', small),
  ask('It’d be handy if the order list remembered my filters', 'feature_request', 'P4', small),
  ask('Please consider adding Klarna', 'feature_request', 'P4', middle),
  ask('Is it possible to have a print view that fits on A5?', 'feature_request', 'P4', small),
  ask(
    'What happens to orders if your checkout goes down one day? We are writing our emergency plan',
    'technical',
    'P4',
    large,
  ),
  ask('If an API key were leaked, which steps do you recommend?', 'technical', 'P4', middle),
  ask('Sorry, probably a stupid question: where do I see who changed a price?', 'technical', 'P4', small),
  ask('Wo stelle ich ein, dass Mitarbeiter keine fremden Bestellungen sehen?', 'account', 'P4', middle),
  ask('Comment empêcher qu’un client voie les prix des autres clients ?', 'technical', 'P4', middle),
  ask('¿Cómo cambio la tarjeta con la que pagamos la suscripción?', 'billing', 'P4', small),
  ask('how much would ten more seats cost us per year', 'billing', 'P4', middle),
  ask('There is a space too much in the headline of the returns page', 'bug', 'P4', small),
  ask('No orders need to be touched, we only want to know how long you keep them', 'technical', 'P4', middle),
  ask('Does two-factor have to be on for everyone or can I leave it off for guests?', 'account', 'P4', small),
  ask('Kann ich meine Kollegin zur Administratorin machen?', 'account', 'P4', small),
  ask(
    'We passed our security audit, can you send us your latest penetration test report?',
    'technical',
    'P4',
    large,
  ),
];

function ask(
  text: string,
  category: FreshTriage['category'],
  severity: FreshTriage['severity'],
  account: AccountFacts,
): FreshTriage {
  return { text, category, severity, account };
}
