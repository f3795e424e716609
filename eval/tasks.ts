import type { Task } from './task.ts';
import { answerFaithfulness } from './tasks/answer-faithfulness.ts';
import { answerableDrafts } from './tasks/answerable-with.ts';
import { awsDocsQa } from './tasks/aws-docs-qa.ts';
import { banking77 } from './tasks/banking77.ts';
import { bugDuplicates } from './tasks/bug-duplicates.ts';
import { claudeDocsQa } from './tasks/claude-docs-qa.ts';
import { clinc150 } from './tasks/clinc150.ts';
import { defectSeverity } from './tasks/defect-severity.ts';
import { developerSentiment } from './tasks/developer-sentiment.ts';
import { faqParaphrases } from './tasks/faq-paraphrases.ts';
import { insuranceTickets } from './tasks/insurance-tickets.ts';
import { itTickets } from './tasks/it-tickets.ts';
import { multiturnRagAnswerable } from './tasks/multiturn-rag-answerable.ts';
import { multiturnRagSearch } from './tasks/multiturn-rag-search.ts';
import { practice } from './tasks/practice.ts';
import { promptInjection } from './tasks/prompt-injection.ts';

/** Everything that is measured, in the order it is shown. */
export const tasks: readonly Task[] = [
  awsDocsQa,
  claudeDocsQa,
  multiturnRagSearch,
  multiturnRagAnswerable,
  answerFaithfulness,
  answerableDrafts,
  bugDuplicates,
  faqParaphrases,
  banking77,
  clinc150,
  insuranceTickets,
  itTickets,
  defectSeverity,
  developerSentiment,
  promptInjection,
  practice,
];
