export const inn =
  'The inn stood at the end of the village, where the road begins to climb towards the moor, and on the evening of which I speak ' +
  'there was but one guest in it. He had come on foot, a little before dark, with a bag upon his back and the mud of three counties on ' +
  'his boots; and when the landlady asked him his name, he looked at her for a moment as though he were trying to remember it.';

/** Thirty-two words of five letters, every letter drawn by lot. */
export const letters =
  'qgyhn iekbk sdsmu uzwxb pmcng sfkjv pzukn qguzv zikmp ciuvg bmtey ivbfw uospx mmgza gfati dmzyz mhrbg fvtkr yzpqo acbwt dprit yeblc yqajl ccrom gzjmh ypmdc dtzlq nnwyo cuguj pndzr flffw ekpki';
