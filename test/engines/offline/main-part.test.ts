import { describe, expect, it } from 'vitest';
import { triageTicket } from '../../../src/engines/offline/triage.ts';
import { readPastTickets } from '../../../src/practice/content/past-tickets.ts';

/** Texts that have nothing to do with a shop: questions, recipes, code, verse and small talk. */
const foreign = [
  'How do volcanoes erupt?',
  'What is the tallest mountain in Africa, and who climbed it first?',
  'Why is the sky blue at noon and red in the evening?',
  'How long does it take to boil a goose egg?',
  'Which planets have rings besides Saturn?',
  'Can you recommend a good novel for a long train ride?',
  'Where do swallows spend the winter?',
  'Is there life on Europa, the moon of Jupiter?',
  'How many strings does a harp have?',
  'What does the word serendipity come from?',
  'Wie entstehen eigentlich Gezeiten?',
  'Warum ist der Himmel blau?',
  'Wo überwintern die Störche?',
  'Kannst du mir ein gutes Rezept für Apfelstrudel sagen?',
  '¿Cómo se forma un arcoíris después de la lluvia?',
  '¿Cuál es la capital de Mongolia?',
  '¿Dónde nació el pintor de Las Meninas?',
  'Pourquoi les feuilles tombent-elles en automne ?',
  'Comment fait-on une pâte à crêpes sans grumeaux ?',
  'Quelle est la plus longue rivière de Sibérie ?',
  'Come si prepara un buon risotto alla milanese?',
  'Qual è la differenza tra un liuto e una chitarra?',
  'Como se faz um bolo de cenoura com chocolate?',
  'Quantos anos vive uma tartaruga marinha?',
  'Hoe bak je een luchtige pannenkoek?',
  'Welke vogels broeden er in de duinen?',
  'Dlaczego liście zmieniają kolor jesienią?',
  'Jak ugotować barszcz czerwony?',
  'Bagaimana cara menanam cabai di pot?',
  'Siapa penulis novel Bumi Manusia?',
  'Làm thế nào để nấu phở bò?',
  'Güneş tutulması nasıl oluşur?',
  '今日はとても天気がいいですね。散歩に行きたくなります。',
  '京都でおすすめの庭園はどこですか。',
  '长城有多长？它是什么时候建成的？',
  '请问怎么做红烧肉？',
  '김치찌개는 어떻게 끓이나요?',
  'Почему листья осенью желтеют?',
  'Как приготовить гречневую кашу?',
  'كيف تتكون الغيوم؟',
  'מהו ההר הגבוה ביותר באירופה?',
  'Πώς φτιάχνεται η φέτα;',
  'पहाड़ कैसे बनते हैं?',
  'ภูเขาไฟเกิดขึ้นได้อย่างไร',
  'Whisk two eggs with a cup of flour, then fold in the blueberries and bake until golden.',
  'Simmer the lentils with cumin and bay leaves for half an hour, then season with lemon.',
  'Mehl, Butter und Zucker verkneten, eine Stunde kühl stellen, dann dünn ausrollen.',
  'Pelar las patatas, cortarlas en rodajas finas y freírlas a fuego lento con cebolla.',
  'for (let i = 0; i < 10; i++) console.log(i * i);',
  'def fibonacci(n): return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)',
  "SELECT name, height FROM mountains WHERE continent = 'Asia' ORDER BY height DESC;",
  '12, 7, 31, 4, 18: put these in ascending sequence.',
  'The quick brown fox jumps over the lazy dog.',
  'Autumn leaves drift down, the river carries them home, silence keeps the boat.',
  'My grandmother used to sing an old lullaby about the moon and a silver ship.',
  'I spent the afternoon painting watercolours of the harbour, it was wonderful.',
  'Hope you had a lovely holiday in the mountains with plenty of sunshine.',
  'Ich hoffe, Sie hatten einen schönen Urlaub am Meer.',
  'Espero que hayas tenido unas vacaciones estupendas en la playa.',
  'Let us discuss the role of coral reefs in tropical seas. What is your favourite fish?',
  'Name three composers of the baroque era and one opera by each of them.',
  'Compare haiku and sonnet in two sentences.',
];

const queues = [
  { name: 'billing', when: { category: 'billing' as const } },
  { name: 'account', when: { category: 'account' as const } },
  { name: 'product', when: { category: 'feature_request' as const } },
  { name: 'technical' },
];

const tickets = readPastTickets().map(({ text }) => text);

function sorted(text: string) {
  const { category, severity, queue, tier, stakeholders, reasons } = triageTicket({
    ticket: 'T-1',
    texts: [text],
    requester: { name: 'Dana Reyes', earlierTickets: 1 },
    queues,
    duplicates: [],
    precedents: [],
    at: '2026-11-20T10:00:00.000Z',
  });
  return { category, severity, queue, tier, stakeholders, told: reasons.category !== '' };
}

describe('a paragraph about something else', () => {
  it.each(foreign.map((text, at) => [text, at] as const))('changes nothing: %s', (text, at) => {
    for (let turn = 0; turn < 5; turn++) {
      const ticket = tickets[(at * 5 + turn * 13) % tickets.length] ?? '';
      expect(sorted(`${text}\n${ticket}`), ticket).toEqual(sorted(ticket));
      expect(sorted(`${ticket}\n${text}`), ticket).toEqual(sorted(ticket));
    }
  });

  it('never silences trouble, whatever stands before or after it', () => {
    for (const trouble of [
      'All our customers get a 502 at the checkout.',
      'We can see the orders of other customers.',
      'All our data is gone since this morning.',
    ]) {
      const alone = sorted(trouble).severity;
      for (const text of foreign) {
        expect(sorted(`${text}\n${trouble}`).severity, text).toBe(alone);
        expect(sorted(`How do I export orders?\n${text}\n${trouble}`).severity, text).toBe(alone);
      }
    }
  });

  it('keeps what points back to the trouble, and what shares its words', () => {
    const beside = (more: string) => sorted(`The export of orders fails for me.\n${more}`).severity;
    expect(beside('All our colleagues are affected.')).not.toBe('P4');
    expect(sorted('The label printer is broken.\nEveryone in the warehouse waits for the printer.')).toEqual(
      sorted('The label printer is broken. Everyone in the warehouse waits for the printer.'),
    );
  });
});
