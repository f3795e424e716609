/** What the offline engine is to reach, by set and metric. Where lower is better the goal is a ceiling. */
export const goals: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  banking77: { accuracy: 0.915, accuracy_10_per_class: 0.77 },
  clinc150: { accuracy_in_scope: 0.935, oos_auc: 0.955 },
  'insurance-tickets': { accuracy: 0.985 },
  'defect-severity': { kappa: 0.65, kappa_cold_start: 0.3 },
  'bug-duplicates': { mrr: 0.7, hit_at_5: 0.79, pair_ap: 0.62 },
  'aws-docs-qa': { p_at_1: 0.85 },
  'claude-docs-qa': { mrr_at_3: 0.83 },
  'multiturn-rag': { ndcg_at_5: 0.87, answerable_auc: 0.8 },
  'answer-faithfulness': { auc: 0.87 },
  'developer-sentiment': { macro_f1: 0.85 },
  'prompt-injection': { recall_in_ticket_at_1pct_fp: 0.7, actions_changed: 0 },
};
