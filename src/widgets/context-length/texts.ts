export const inn = `The inn stood at the end of the village, where the road begins to climb towards the moor, and on the evening of which I speak there was but one guest in it. He had come on foot, a little before dark, with a bag upon his back and the mud of three counties on his boots; and when the landlady asked him his name, he looked at her for a moment as though he were trying to remember it.

"You may call me Carter," said he at last. "It is as good a name as any other."

She gave him the small room over the kitchen, because it was the warmest, and brought him a plate of cold beef and a jug of ale. He ate like a man who has had nothing since the morning, and said not a word until he had done. Then he pushed back his chair, turned his face to the fire, and asked whether the old house upon the hill was still empty.

"Empty, sir?" cried the landlady. "It has been empty these twenty years."`;

const supper =
  'She gave him the small room over the kitchen, because it was the warmest, and brought him a plate of cold beef and a jug of ale.';

/** The same words three times. */
export const again = [supper, supper, supper].join('\n\n');

/** Thirty-two words of five letters, every letter drawn by lot. */
export const letters =
  'qgyhn iekbk sdsmu uzwxb pmcng sfkjv pzukn qguzv zikmp ciuvg bmtey ivbfw uospx mmgza gfati dmzyz mhrbg fvtkr yzpqo acbwt dprit yeblc yqajl ccrom gzjmh ypmdc dtzlq nnwyo cuguj pndzr flffw ekpki';

/** Greek, whose letters the model does not know, and then English. */
export const tongues = `Η γριά κάθισε στο παράθυρο.

The landlady brought him some cold beef and a jug of ale. He ate like a man who has had nothing since the morning, and said not a word until he had done. Then he pushed back his chair, turned his face to the fire, and asked.`;
