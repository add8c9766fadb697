/* Written by `npx tsx build/widths.ts` from the font file; a test holds it against the font. */

/** Advance widths of Inter in thousandths of an em: two digits of base 36 for each of the characters, at weights 400 and 600. */
export const characters =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u00a0°±²³µ·¹×ßäåçèéêñö÷øü–—‘’“”…′″€↑↓−';
export const regular =
  '7t80cyhlhurahw8ca5a5dxie80cs80a0hjbbgyh6hyghh8fqh7h8808eieieiee7quj6i6kak2gpgekqkn7hfviofpp3kxl9hrl9hwhuhykoj6rdiyivhha5a0a5d3co8zfmh0fvh0g7aah1gf6q6qf96qocgfgoh0h0ageo93gffmmqf6fmfcbu99buie7tcoiecacega808gieh4fmfmfvg7g7g7gfgoiegogfdwrs7979c8c8o067caijn6n6ie';
export const strong =
  '708xejhwi2rwie92adadf0ip8vcx8vajicbrhbhoiih0hsg0hshs8v95ipipipf3rrk8ibkhk2gtgcktkq7pg4jjfppml3ldhxlhi4i2ickgk8sck0jui4adajadded19rfyhcg7hcgfatheh07a7afu7ap0h0gxhchcb1f99th0gbnbftgdfqcn9zcnip70cqipcmcvh28v90iphwfyfyg7gfgfgfh0gxipgxh0dwrs8686e3dxqk75e8ivohohip';

/** Digits of one width, at the two weights. */
export const tabular = { regular: 648, strong: 647 };
