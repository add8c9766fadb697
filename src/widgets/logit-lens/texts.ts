/** As in the chapter on reading: the model had given nine tenths to “girl”. */
export const story =
  'It was a cold night, and the old man sat down by the fire. He took off his hat, put his hand upon the table, and said ' +
  'nothing for a long time. At last he looked up and smiled at the giraffe.';

export const inn = `The inn stood at the end of the village, where the road begins to climb towards the moor, and on the evening of which I speak there was but one guest in it. He had come on foot, a little before dark, with a bag upon his back and the mud of three counties on his boots; and when the landlady asked him his name, he looked at her for a moment as though he were trying to remember it.

"You may call me Carter," said he at last. "It is as good a name as any other."

She gave him the small room over the kitchen, because it was the warmest, and brought him a plate of cold beef and a jug of ale.`;

/** Words of letters drawn by lot. */
export const letters =
  'qgyhn iekbk sdsmu uzwxb pmcng sfkjv pzukn qguzv zikmp ciuvg bmtey ivbfw uospx mmgza gfati dmzyz mhrbg fvtkr yzpqo acbwt';

export const today =
  'She opened her laptop, checked her email and rebooted the router twice, but the page would not load.';
