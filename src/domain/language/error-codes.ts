/**
 * Error codes a text names, in lower case, each once: `502`, `err_timeout`, `payment_declined`, `E-1042`, `0x80070005`. Numbers of
 * tickets, `T-61`, are none.
 */
export function errorCodesIn(text: string): readonly string[] {
  const found = text.match(codePattern) ?? [];
  const http = [...text.matchAll(httpPattern)].map((match) => match[1] ?? '');
  return [...new Set([...found, ...http].filter((code) => code !== '').map((code) => code.toLowerCase()))];
}

const codePattern =
  /\b(?:0x[0-9a-fA-F]{4,}|(?!T-)[A-Z]{1,6}[-_]\d{2,6}|[A-Z]{2,}(?:_[A-Z0-9]+)+|(?!req_|ord_|evt_)[a-z]{2,}(?:_[a-z]{2,})+|ORA-\d+)\b/g;
const httpPattern =
  /(?:\b(?:error|errors|status|code|http|fehler|erreur|fout|errore|erro|código|codigo|statuscode)\s*(?:code)?[:#]?\s*|\b(?:a|the|an|with|hits?|gets?|got|gives?|returns?|shows?|says?|throws?|answers?|un|una|une|einen)\s+|^)([45]\d\d)\b(?![.,]\d|\s*(?:[$€£%]|items|orders|users|customers|eur|usd))/gim;
