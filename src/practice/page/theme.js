const key = 'muster-practice-theme';

/** Uses the chosen theme, or the system's when none was chosen. */
export function applyTheme() {
  const chosen = localStorage.getItem(key);
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
}

/** Changes between light and dark and remembers it. */
export function toggleTheme() {
  localStorage.setItem(key, isDark() ? 'light' : 'dark');
  applyTheme();
}

/** Whether the page is dark at the moment. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
