// Stands in for @codemirror/lang-html, which would add 150 KB: HTML inside Markdown is not highlighted here.
export const html = () => null;
export const htmlCompletionSource = () => null;
