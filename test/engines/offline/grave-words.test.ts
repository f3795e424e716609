import { describe, expect, it } from 'vitest';
import { told } from './told-trouble.ts';

describe('grave trouble in words nobody listed', () => {
  it.each([
    'Customers receive the order confirmations of other people',
    'A customer got someone else’s invoice',
    'I see another company’s orders when I log in',
    'Hi, how come I can open the statements of another customer?',
    'We want this stopped: shoppers see other shoppers’ addresses',
    'Kunden bekommen Bestellbestätigungen von fremden Personen',
    'Kunden sehen die Rechnungen anderer Kunden, wie können wir das verhindern?',
    'Los clientes reciben las confirmaciones de otras personas',
    'Nos clients reçoivent les confirmations d’autres clients',
    'no orders since 8 am, normally 200 per hour',
    'Keine Bestellungen seit 8 Uhr, sonst 200 pro Stunde',
    'No recibimos pedidos desde las 8, normalmente 200 por hora',
    'Plus aucune commande depuis 8 h, d’habitude 200 par heure',
    'Nous ne pouvons plus encaisser, tous nos magasins sont bloqués',
    'Wir können nicht mehr kassieren, alle Filialen betroffen',
    'No podemos cobrar en ninguna tienda',
    'The payment page hangs for everybody',
  ])('“%s” is P1', (text) => {
    expect(told(text).severity).toBe('P1');
  });

  it.each([
    'checkout is not working',
    'Checkout doesn’t work since this morning',
    'payments are not going through',
    'We can’t take cards in any of our stores',
    'Die Kasse geht nicht',
    'An der Kasse geht nichts, bei uns geht an der Kasse nichts mehr',
    'El checkout no funciona',
    'Le paiement ne marche plus',
    'No payments since noon',
    'Orders stopped coming in',
    'we rolled a live key by accident on GitHub',
    'our secret key leaked',
    'My password is public on a forum',
    'Unser API-Schlüssel wurde auf GitHub veröffentlicht',
    'Hemos publicado por error una clave en GitHub',
    'Nous avons publié une clé API par erreur sur GitHub',
    'Our former agency can still sign in with admin rights',
  ])('“%s” is P2', (text) => {
    expect(told(text).severity).toBe('P2');
  });

  it.each(['Our shop is dead', 'the login is not working'])(
    '“%s” is P2 for a great customer alone',
    (text) => {
      expect(told(text).severity).toBe('P3');
      expect(told(text, 'enterprise').severity).toBe('P2');
    },
  );
});

describe('calm words about grave matters', () => {
  it.each([
    'what happens if checkout is not working?',
    'Was passiert, wenn die Kasse nicht funktioniert?',
    '¿Qué pasa si el checkout no funciona?',
    'Que se passe-t-il si le paiement ne marche pas ?',
    'Can I see the orders of other customers of mine?',
    'How do I let staff see other people’s orders?',
    'Do you have a data breach policy?',
    'Where do I find the public key for webhooks?',
    'how do I publish a new key to production?',
    'We want to post our product feed on Twitter, which key do we need?',
    'We got an order from another customer with the same name',
    'No orders need to be moved, just the products',
    'There are no orders in my test shop, how do I create one?',
    'I just opened my shop and there are no orders yet',
    'No payments were lost',
    'Would be nice if customers could see other customers’ reviews',
    'Sería útil que los clientes vean las opiniones de otros clientes',
  ])('“%s” is P4, whoever asks', (text) => {
    expect(told(text).severity).toBe('P4');
    expect(told(text, 'enterprise').severity).toBe('P4');
  });

  it.each(['how do I rotate a leaked key?', 'What do you do if a token is leaked?'])(
    '“%s” is looked at, and is no emergency',
    (text) => {
      expect(told(text, 'enterprise').severity >= 'P2').toBe(true);
    },
  );

  it.each(['The coupon is not working at checkout', 'Apple Pay is not working at checkout'])(
    '“%s” stops no shop',
    (text) => {
      expect(told(text, 'enterprise').severity).toBe('P3');
    },
  );
});
