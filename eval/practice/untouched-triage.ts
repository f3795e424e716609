import type { AccountFacts, FreshTriage } from './fresh-triage-question.ts';

const large: AccountFacts = { plan: 'enterprise', annualRevenue: 150_000 };
const middle: AccountFacts = { plan: 'business', annualRevenue: 25_000 };
const small: AccountFacts = { plan: 'standard', annualRevenue: 708 };

/** Written after the rules were tuned; nothing was changed because of what came out. */
export const untouchedTriage: readonly FreshTriage[] = [
  ask('our tills in Lyon and Metz have frozen, nobody gets served', 'technical', 'P1', large),
  ask(
    'A shopper rang us: in her account she finds the purchases of a man from Leeds',
    'technical',
    'P1',
    middle,
  ),
  ask(
    'Seit der Nacht ist kein einziger Auftrag mehr reingekommen, an einem Montag sind es sonst Hunderte',
    'technical',
    'P1',
    large,
  ),
  ask('Toda la tienda online está caída, no se puede ni abrir', 'technical', 'P1', middle),
  ask(
    'The password of our service account is in a screenshot we put in a public bug report',
    'technical',
    'P2',
    middle,
  ),
  ask('Un ancien stagiaire se connecte toujours avec nos accès', 'account', 'P2', small),
  ask('customers with Visa cards can’t pay, Mastercard is fine', 'technical', 'P2', large),
  ask(
    'Picking lists print empty since the weekend, 20 people in the warehouse write them by hand',
    'technical',
    'P2',
    large,
  ),
  ask('Cuando pulso Guardar en la ficha del producto no pasa nada, siempre', 'bug', 'P3', small),
  ask('The search field swallows the last letter I type', 'bug', 'P3', small),
  ask('I changed phones and the app wants a code I no longer have', 'account', 'P3', small),
  ask('Wir haben gekündigt und trotzdem wurde wieder abgebucht', 'billing', 'P3', middle),
  ask('La facture de septembre ne mentionne pas notre numéro de TVA', 'billing', 'P3', middle),
  ask('The parcel labels of DHL come out in the wrong size', 'technical', 'P3', middle),
  ask('It would save us hours to be able to duplicate an order', 'feature_request', 'P4', middle),
  ask('Habt ihr vor, irgendwann eine App für die Uhr zu machen?', 'feature_request', 'P4', small),
  ask('Me vendría genial poder exportar a PDF', 'feature_request', 'P4', small),
  ask('Do you tell us when a key of ours shows up in public?', 'technical', 'P4', large),
  ask('For how long would we be offline if we move to the new region?', 'technical', 'P4', large),
  ask('Comment ajouter une collègue à notre espace ?', 'account', 'P4', small),
];

function ask(
  text: string,
  category: FreshTriage['category'],
  severity: FreshTriage['severity'],
  account: AccountFacts,
): FreshTriage {
  return { text, category, severity, account };
}
