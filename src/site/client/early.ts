import { remember } from '#kit/state/storage.ts';

/* Before anything is painted: the theme that a frame's host asks for, or that the reader chose. */
const theme = new URLSearchParams(location.search).get('theme') ?? remember.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
